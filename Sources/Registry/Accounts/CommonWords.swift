/// What French and English passwords are most often made of, folded: the words of the yearly lists of leaked ones, and
/// the words of this trade. Length, runs of keys, years and repetitions are not here: `GuessableText` sees them itself.
enum CommonWords {
    static let all: Set<[Character]> = Set(text.split(whereSeparator: \.isWhitespace).map(Array.init))

    private static let text = """
        admin administrateur administration administrator root user utilisateur guest invite test testing demo login
        connexion identifiant compte session acces access secret secrete password passwords passwd pass passe passer
        passphrase motdepasse mot code codes pin cle clef key master default defaut system systeme server serveur
        service support contact webmaster internet reseau wifi ordinateur computer windows linux apple google facebook
        twitter instagram youtube amazon netflix microsoft office outlook orange free bouygues samsung iphone android
        temporaire provisoire temp changeme changemoi nouveau nouvelle new old ancien
        bonjour bonsoir salut coucou merci bienvenue welcome hello goodbye aurevoir please svp oui non
        amour amoureux amoureuse jetaime jtm iloveyou love lover loveyou monamour moncoeur coeur heart cheri cherie
        bebe baby doudou loulou louloute chouchou chaton chatte minou princesse princess prince ange angel demon
        soleil sunshine sun lune moon etoile star ciel terre monde world nature fleur flower rose rosa tulipe
        arcenciel papillon butterfly dragon licorne unicorn tigre tiger lion loup wolf panthere ours monkey singe
        chien dog chat cat cheval horse poney lapin oiseau poisson dauphin dolphin tortue poulet cochon vache
        pomme banane fraise cerise orange citron chocolat chocolate vanille caramel bonbon cookie cheese fromage pizza
        soccer football foot footballeur rugby tennis basket basketball baseball hockey judo velo moto ferrari porsche
        mustang mercedes renault peugeot citroen superman batman spiderman pokemon pikachu starwars naruto zelda mario
        matrix ninja pirate zorro jordan michael jackson nirvana metallica killer shadow master hunter ranger trustno
        freedom liberte egalite fraternite paix peace victoire victory power force magic magique mystere hasard
        france francais francaise french paris parisien marseille lyon toulouse bordeaux nantes lille strasbourg rennes
        nice montpellier grenoble dijon angers reims brest tours metz nancy caen rouen orleans limoges bretagne breton
        alsace lorraine normandie provence corse auvergne savoie europe england london canada quebec belgique suisse
        olympique allez equipe champion champions psg
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march
        april june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche
        monday tuesday wednesday thursday friday saturday sunday printemps ete automne hiver spring summer autumn
        winter noel christmas paques anniversaire birthday vacances holiday weekend
        rouge bleu vert jaune noir blanc violet rose red blue green yellow black white purple silver gold golden
        maman papa maison famille family mamie papi frere soeur brother sister mother father fils fille enfant
        nicolas julien thomas alexandre maxime antoine guillaume pierre jean paul jacques michel philippe alain patrick
        christophe laurent sebastien david daniel vincent frederic olivier thierry stephane eric pascal bruno benjamin
        romain florian kevin anthony jeremy mathieu matthieu clement hugo lucas louis arthur gabriel raphael adam leo
        marie camille julie sophie laura pauline charlotte manon lea emma chloe sarah mathilde anais marine elodie
        celine aurelie emilie stephanie sandrine nathalie isabelle catherine christine sylvie valerie veronique martine
        monique francoise jeanne louise alice ines jade amelie caroline virginie melanie audrey jessica jennifer ashley
        amanda charlie robert andrew george thomas daniel hannah michelle nicole justin matthew joshua
        formation formations formateur formatrice organisme centre center ecole school college lycee universite
        stage stagiaire apprenti apprentie apprentissage alternance eleve etudiant student professeur teacher cours
        qualite qualiopi audit reclamation reclamations doleance doleances registre dossier dossiers accueil direction
        directeur directrice responsable secretariat secretaire bureau entreprise company societe association
        conseil gestion comptabilite travail work job client clients projet
        abc abcdef azerty qwerty qwertz azertyuiop poiuyt dvorak alpha beta gamma delta omega zero deux trois quatre
        cinq six sept huit neuf dix cent mille one two three four five six seven eight nine ten hundred thousand
        letmein whatever nothing something anything nimporte quoi rien personne toujours jamais forever always never
        super genial cool top best first premier premiere number numero securite security secure securise
        """
}
