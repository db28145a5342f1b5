import Complaints

extension StaffSamples {
    /// The way in by a provider of identities, and what becomes of it on one's own account.
    static func identities(_ press: Press) -> [(name: String, page: any Page)] {
        let label = "le portail de Ciné-Atelier & Cie"
        let provider = SignInProvider(label: label, address: Path.provider(then: "/dossiers/REC-2026-0007"))
        let besides = SignInProvider(
            label: label,
            address: Path.provider,
            resumed: Path.act("note", of: "REC-2026-0007"),
            fields: [SignInPage.Carried(name: "texte", value: "\n Rappelé « demain » :\n<b>\"8 h\"</b>")]
        )
        let troubles: [(name: String, trouble: SignInPage.Trouble)] = [
            ("muet", .providerSilent), ("refus", .providerRefused), ("inconnu", .providerUnknown),
            ("tard", .providerLate),
        ]
        let signIns = troubles.map { name, trouble in
            (name: "connexion-identite-\(name)", page: signIn(trouble, provider, press: press) as any Page)
        }
        let since = StaffStory.instant("2026-05-01T07:40:00Z")
        return signIns + [
            ("connexion-identite", signIn(nil, provider, press: press)),
            ("connexion-identite-reprise", signIn(nil, besides, [carried], press: press)),
            ("compte-portail", account(AccountPage.Identity(label: label, since: nil), press)),
            ("compte-portail-rattache", account(AccountPage.Identity(label: label, since: since), press)),
            ("confirmation-identite", confirmation(provider, press)),
            (
                "identite-depart",
                IdentityDeparturePage(
                    label: label,
                    address: Path.provider(for: "compte", with: "jeton-de-session"),
                    signedIn: desk(StaffStory.manager),
                    press: press
                )
            ),
            ("identite-confirmee", IdentityConfirmedPage(signedIn: desk(StaffStory.manager), press: press)),
        ]
    }

    private static func signIn(
        _ trouble: SignInPage.Trouble?,
        _ provider: SignInProvider,
        _ carried: [SignInPage.Carried] = [],
        press: Press
    ) -> SignInPage {
        SignInPage(
            providerName: "Ciné-Atelier",
            token: "jeton-avant-session",
            next: "/dossiers/REC-2026-0007",
            trouble: trouble,
            carried: carried,
            provider: provider,
            press: press
        )
    }

    private static func account(_ identity: AccountPage.Identity, _ press: Press) -> AccountPage {
        let since = StaffStory.instant("2026-11-23T07:40:00Z")
        return AccountPage(
            email: "ines@cine-atelier.example",
            sessions: [AccountPage.Session(id: "a", since: since, seen: since, isThis: true)],
            asksFactor: true,
            factor: (since, 10),
            identity: identity,
            hasRelay: true,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }

    private static func confirmation(_ provider: SignInProvider, _ press: Press) -> ConfirmationPage {
        ConfirmationPage(
            path: Path.ownTokens,
            carried: [SignInPage.Carried(name: "nom", value: "Logiciel de <b>gestion</b>")],
            back: Path.account,
            provider: provider,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }
}
