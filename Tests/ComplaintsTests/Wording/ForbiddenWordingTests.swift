import Complaints
import TestSupport
import Testing

@Suite struct `What a letter must not say` {
    static let duties = [
        "La médiation est obligatoire.",
        "Vous DEVEZ saisir le médiateur avant le juge.",
        "Avant toute action en justice, vous devez nous écrire.",
        "Vous devez d’abord saisir le médiateur.",
        "Vous êtes tenu de saisir le médiateur.",
        "Vous êtes tenue de recourir à la médiation.",
        "Vous avez l’obligation de saisir le médiateur.",
        "Il faut obligatoirement saisir le médiateur avant le juge.",
        "La saisine préalable obligatoire du médiateur est prévue.",
        "C’est un préalable obligatoire à toute action.",
        "Avant tout recours judiciaire, vous devez passer par la médiation.",
        "Si vous n’êtes pas satisfait, vous devez saisir le médiateur.",
        "Si vous n’êtes pas satisfait vous devez saisir le médiateur.",
        "Si vous n'êtes pas d'accord vous êtes tenu de saisir le médiateur.",
        "N’oubliez pas que vous devez saisir le médiateur.",
        "N’oubliez pas que la médiation est obligatoire.",
        "La médiation n’est pas payante, elle est obligatoire.",
        "La médiation n’est pas payante mais obligatoire.",
        "La médiation est gratuite et obligatoire.",
        "Vous ne pouvez saisir le juge qu’après avoir saisi le médiateur.",
        "Vous ne pouvez pas saisir le tribunal sans passer par le médiateur.",
        "Vous ne devez pas saisir le juge avant d’avoir saisi le médiateur.",
        "Une action en justice n’est possible qu’après une médiation.",
        "Aucune action en justice avant la médiation.",
        "Sans médiation préalable, votre action sera irrecevable.",
        "Toute action en justice est subordonnée à une médiation préalable.",
        "La loi vous oblige à saisir le médiateur.",
        "La loi impose une médiation préalable.",
        "La loi exige que vous saisissiez le médiateur : il faut une médiation.",
        "Le recours au médiateur est obligatoire.",
        "Le recours au médiateur de la consommation reste obligatoire avant le tribunal.",
        "Il est obligatoire de saisir le médiateur.",
        "Il est nécessaire de saisir le médiateur avant de plaider.",
        "La médiation est un passage obligé.",
        "Vous devez, avant tout procès, saisir le médiateur.",
        "Vous devez avant tout procès saisir le médiateur.",
        "Vous devez vous adresser au médiateur.",
        "Vous devrez faire appel à un médiateur.",
        "Le consommateur doit saisir le médiateur.",
        "Le médiateur doit être saisi avant toute action en justice.",
        "La médiation et la conciliation sont obligatoires.",
        "La médiation n’est obligatoire que pour vous.",
        "Vous ne devez saisir que le médiateur.",
        "Saisissez obligatoirement le médiateur.",
        "Vous devez impérativement saisir M. le médiateur.",
        "Vous n’avez pas le choix : vous devez recourir à la médiation.",
        "Sans aucun doute la médiation est obligatoire.",
        "La médiation, qui est obligatoire, a lieu ici : la médiation est obligatoire.",
        "La médiation n’est pas seulement utile, elle est obligatoire.",
        "La médiation n’est pas seulement obligatoire, elle est gratuite.",
        "Mé\u{AD}dia\u{AD}tion obligatoire avant le juge.",
        "Vous devez accepter la proposition du médiateur.",
        "Vous DEVEZ saisir le\nmédiateur.", "La me\u{301}diation est obligatoire.",
        "La média\u{200D}tion est obli\u{AD}gatoire.",
    ]

    static let platform = [
        "Voyez https://ec.europa.eu/\u{200B}consumers/odr",
        "Voyez https://EC.europa.eu/consumers/odr/ pour cela.",
        "Voyez https://webgate.ec.europa.eu/odr/main/ pour cela.",
        "La plateforme de Règlement en ligne des litiges vous attend.",
        "Vous pouvez utiliser la plateforme RLL.",
        "Écrivez sur ec.europa.eu%2Fconsumers%2Fodr",
        "La plateforme est fermée : https://ec.europa.eu/consumers/odr",
    ]

    static let lawful = [
        "Vous n’êtes pas tenu de saisir le médiateur.",
        "Vous n'êtes pas tenue de recourir à la médiation.",
        "Vous n’êtes nullement tenu de saisir le médiateur.",
        "Vous n’êtes en aucun cas tenu de saisir le médiateur avant le juge.",
        "Vous n’avez pas l’obligation de saisir le médiateur.",
        "Vous n’avez aucune obligation de saisir le médiateur.",
        "Sans obligation de saisir le médiateur, vous pouvez agir.",
        "Rien ne vous oblige à saisir le médiateur.",
        "La loi ne vous oblige pas à saisir le médiateur.",
        "Aucun texte ne vous oblige à saisir le médiateur.",
        "La médiation n’est pas obligatoire.",
        "La médiation n’est jamais obligatoire.",
        "La médiation n’est en aucun cas obligatoire.",
        "La médiation n’est ni obligatoire ni payante.",
        "La médiation n’est ni payante ni obligatoire.",
        "La médiation est facultative, non obligatoire.",
        "La médiation (facultative, pas obligatoire) est gratuite.",
        "Il n’est pas obligatoire de saisir le médiateur.",
        "Il n’est pas nécessaire de saisir le médiateur avant le juge.",
        "Vous ne devez pas obligatoirement saisir le médiateur.",
        "Vous ne devez pas nécessairement passer par le médiateur.",
        "Nul n’est tenu de saisir le médiateur.",
        "Personne n’est tenu de saisir le médiateur.",
        "La saisine du médiateur ne constitue pas un préalable obligatoire à toute action en justice.",
        "La médiation n’est pas un passage obligé.",
        "La médiation n’a rien d’obligatoire.",
        "La médiation ne peut être rendue obligatoire.",
        "La médiation ne saurait être obligatoire.",
        "Vous pouvez saisir le juge sans devoir saisir le médiateur.",
        "Vous pouvez saisir le juge sans être tenu de saisir le médiateur.",
        "Vous pouvez saisir le juge sans passer par le médiateur.",
        "Vous pouvez saisir le médiateur, sans que cela soit obligatoire.",
        "Vous pouvez saisir le médiateur de la consommation. C’est gratuit pour vous, et facultatif.",
        "Avant de saisir le juge, vous pouvez saisir le médiateur.",
        "Avant de saisir le médiateur, vous devez nous écrire.",
        "Vous devez nous écrire avant de saisir le médiateur.",
        "Vous devez, avant de saisir le médiateur, nous adresser une réclamation écrite.",
        "Avant la médiation, une réclamation écrite est obligatoire.",
        "Le médiateur doit être saisi dans un délai d’un an.",
        "Le médiateur doit vous répondre sous trois semaines.",
        "L’organisme doit proposer un médiateur.",
        "Nous devons proposer un médiateur.",
        "Le formulaire de saisine du médiateur comporte des champs obligatoires.",
        "Vous ne pouvez plus saisir le médiateur après avoir saisi le juge.",
        "Vous ne pouvez pas saisir le médiateur sans nous avoir d’abord écrit.",
        "Le médiateur déclare irrecevable une demande faite sans réclamation écrite.",
        "Voici ce que vous pouvez faire. Rien ne vous y oblige, et vous gardez dans tous les cas le droit de saisir un juge.",
        "La médiation est gratuite. Le port du badge est obligatoire.",
        "La médiation est gratuite, et le port du badge est obligatoire.",
        "La plateforme européenne de règlement en ligne des litiges est fermée depuis le 20 juillet 2025.",
        "La plateforme de règlement en ligne des litiges n’existe plus.",
        "La subrogation n’est pas subordonnée à une médiation devant le juge.",
        "Votre droit de saisir le tribunal n’est pas subordonné à une médiation.",
        "Vous ne perdez pas votre droit de saisir le tribunal si vous refusez la médiation.",
        "Vous devez fournir la facture. Le médiateur l’a demandée.",
        "Le règlement doit nous parvenir lundi.",
        "Il faut nous écrire ; le médiateur vous répondra.",
        "Prioritairement aux voies judiciaires, le recours à un médiateur externe peut être requis.",
        "Le consommateur n’est jamais contraint de passer par la médiation.",
        "Avant la médiation, il est obligatoire de nous écrire.",
        "Le médiateur est nécessairement indépendant.",
        "Vous devez nous écrire\n\nLe médiateur est gratuit.",
    ]

    // Shows: R-36
    @Test(arguments: duties) func `is that mediation is a duty, or comes before a court`(words: String) {
        #expect(ForbiddenWording.first(in: words) == .compulsoryMediation)
        #expect(ForbiddenWording.first(in: "Bonjour. \(words) Bien à vous") == .compulsoryMediation)
    }

    // Shows: R-37
    @Test(arguments: platform) func `is the closed European platform`(words: String) {
        #expect(ForbiddenWording.first(in: words) == .europeanPlatform)
    }

    // Shows
    @Test(arguments: lawful) func `is not that mediation is free to take or to leave, nor what else is lawful`(
        words: String
    ) {
        #expect(ForbiddenWording.first(in: words) == nil)
    }

    @Test func `is found at the end of a sentence without end`() {
        let babble = String(repeating: "et encore ", count: 20_000)
        #expect(ForbiddenWording.first(in: babble) == nil)
        #expect(ForbiddenWording.first(in: babble + "la médiation est obligatoire") == .compulsoryMediation)
    }

    // Shows: R-36
    @Test func `is in no reason that a person is told, but may be in one that stays inside`() throws {
        let story = Story()
        let reason = "Vous devez d’abord saisir le médiateur"
        let told = Qualification(nature: .opinionRequest, reason: reason)
        #expect(throws: Refusal.forbiddenWording(.compulsoryMediation)) {
            try story.file.qualify(told, story.signature())
        }
        let inside = Qualification(nature: .complaint, reason: reason)
        #expect(throws: Never.self) { try story.file.qualify(inside, story.signature()) }
    }

    // Shows
    @Test func `is in no setting that letters print`() throws {
        let changes: [(inout Procedure, String) -> Void] = [
            { $0.provider.name = $1 }, { $0.provider.postalAddress = $1 }, { $0.provider.email = $1 },
            { $0.provider.telephone = $1 }, { $0.provider.activityDeclaration = $1 },
            { $0.provider.complaintsContact = $1 }, { $0.provider.dataProtectionContact = $1 },
            { $0.consumerMediator?.name = $1 }, { $0.consumerMediator?.postalAddress = $1 },
            { $0.consumerMediator?.website = $1 }, { $0.apprenticeshipMediator?.website = $1 },
        ]
        #expect(throws: Never.self) { try Story.procedure.refuseForbiddenWording() }
        for change in changes {
            for (words, wording) in [
                ("https://ec.europa.eu/consumers/odr", ForbiddenWording.europeanPlatform),
                ("Médiation obligatoire avant le juge", .compulsoryMediation),
            ] {
                var procedure = Story.procedure
                change(&procedure, words)
                #expect(throws: Refusal.forbiddenWording(wording)) { try procedure.refuseForbiddenWording() }
            }
        }
    }
}
