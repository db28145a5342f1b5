import TestSupport
import Testing

@testable import Complaints

@Suite struct `Whom a case can be given to` {
    private let director = Officer(id: "direction-1", roles: [.management])
    private let desk = Officer(id: "accueil-1", roles: [.receptionDesk])

    private func handlers(_ staff: [Officer], isDeclared: Bool = false) -> Handlers {
        var procedure = Story.procedure
        procedure.isOnePerson = isDeclared
        return Handlers(among: staff, under: procedure)
    }

    /// A case that names some, held by somebody, after some have stepped aside.
    private func file(naming named: [String] = [], recused: [String] = [], handler: String? = nil) throws -> CaseFile {
        var story = Story()
        try story.lead(to: .registered)
        story.apply(.qualified(Qualification(nature: .complaint, implicated: named)))
        for one in recused { story.apply(.recused(Recusal(officer: one, reason: "Une raison qui suffit"))) }
        if let handler {
            story.apply(.assigned(Assignment(handler: handler, override: "Personne d’autre n’est là")))
        }
        return story.file
    }

    @Test
    func `is a choice where several accounts may handle cases, unless the provider declares that it is one person`()
        throws
    {
        let two = [director, Story.manager, desk]
        let (fresh, held) = (try file(), try file(handler: director.id))
        for handlers in [handlers(two), handlers(Story.staff)] {
            #expect(handlers.areSeveral)
            #expect(fresh.hasHandlersToChoose(among: handlers) && held.hasHandlersToChoose(among: handlers))
        }
        for handlers in [handlers([director, desk]), handlers(two, isDeclared: true), handlers([desk]), handlers([])] {
            #expect(!handlers.areSeveral)
            #expect(!fresh.hasHandlersToChoose(among: handlers))
        }
        #expect(!held.hasHandlersToChoose(among: handlers([director, desk])))
        #expect(!held.hasHandlersToChoose(among: handlers(two, isDeclared: true)))
    }

    // Shows: R-23
    @Test func `has to be said by whoever is alone where they are named or stepped aside, until the rule is lifted`()
        throws
    {
        let alone = handlers([director, desk])
        #expect(try file(naming: [director.id]).hasHandlersToChoose(among: alone))
        #expect(try file(recused: [director.id]).hasHandlersToChoose(among: alone))
        #expect(try !file(naming: [desk.id]).hasHandlersToChoose(among: alone))
        #expect(try !file(naming: [director.id], handler: director.id).hasHandlersToChoose(among: alone))
        // Two accounts of the one person: the other one may handle it without more ado.
        let both = handlers([director, Story.manager], isDeclared: true)
        #expect(try !file(naming: [director.id]).hasHandlersToChoose(among: both))
        #expect(try file(naming: [director.id], recused: [Story.manager.id]).hasHandlersToChoose(among: both))
    }

    @Test(arguments: [false, true]) func `can be said where whoever holds the case is gone, declared or not`(
        isDeclared: Bool
    ) throws {
        let left = try file(handler: "a")
        #expect(left.hasHandlersToChoose(among: handlers([director, desk], isDeclared: isDeclared)))
        #expect(left.hasHandlersToChoose(among: handlers([director, Story.manager], isDeclared: isDeclared)))
        #expect(!left.hasHandlersToChoose(among: handlers([desk], isDeclared: isDeclared)))
    }
}
