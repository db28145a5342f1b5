-- What was done to accounts before the journal of accesses had words for it, brought into its words.
UPDATE access SET
    account = CASE account WHEN 'commande' THEN 'serveur' ELSE account END,
    about = COALESCE(on_account, ''),
    outcome = CASE alone WHEN 1 THEN 'fait-seul' ELSE 'fait' END,
    detail = CASE action
        WHEN 'compte-ajoute' THEN 'creation'
        WHEN 'compte-invite' THEN 'invitation'
        WHEN 'compte-renomme' THEN 'nom'
        WHEN 'compte-roles' THEN 'roles'
        WHEN 'compte-echeance' THEN 'echeance'
        WHEN 'compte-mot-de-passe' THEN 'mot-de-passe'
        WHEN 'compte-desactive' THEN 'fermeture'
        WHEN 'compte-reactive' THEN 'reouverture'
        WHEN 'compte-remis' THEN 'oubli'
        ELSE '' END
        || CASE WHEN set_to IS NULL OR set_to = '' THEN '' ELSE ' ' || set_to END,
    action = CASE action WHEN 'compte-sessions' THEN 'fin-de-session' ELSE 'compte' END
WHERE action LIKE 'compte-%';

ALTER TABLE access DROP COLUMN on_account;
ALTER TABLE access DROP COLUMN set_to;
ALTER TABLE access DROP COLUMN alone;
