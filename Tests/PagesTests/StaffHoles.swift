@testable import Pages

/// Walks a template along a page's value as the library does, and notes every name that leads nowhere: the library
/// would place nothing there and say nothing.
struct StaffHoles {
    private let templates: [String: PressTemplate]
    /// `template: name` for every name that is not in the page.
    private(set) var missing: Set<String> = []
    /// Templates and catalogue entries that were placed.
    private(set) var placed: Set<String> = []

    init(_ press: Press) {
        templates = Dictionary(press.templates.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Walks the page's own template.
    mutating func walk<P: Page>(_ page: P) {
        place(PressTemplate.name(P.template), [PressTree.of(page: page)], blocks: [:])
    }

    private indirect enum Part {
        case hole(String)
        case section(String, isInverted: Bool, [Part])
        case partial(String)
        case parent(String, [Part])
        case block(String, [Part])
    }

    private mutating func place(_ name: String, _ stack: [Any], blocks: [String: [Part]]) {
        placed.insert(name)
        guard let template = templates[name] else { return }
        var tags = template.tags[...]
        let parts = Self.parts(&tags)
        walk(parts, stack, blocks, in: name)
    }

    private static func parts(_ tags: inout ArraySlice<PressTemplate.Tag>) -> [Part] {
        var parts: [Part] = []
        while let tag = tags.popFirst() {
            switch tag {
            case .hole(let name): parts.append(.hole(name))
            case .section(let name): parts.append(.section(name, isInverted: false, self.parts(&tags)))
            case .inverted(let name): parts.append(.section(name, isInverted: true, self.parts(&tags)))
            case .partial(let name): parts.append(.partial(name))
            case .parent(let name): parts.append(.parent(name, self.parts(&tags)))
            case .block(let name): parts.append(.block(name, self.parts(&tags)))
            case .end: return parts
            }
        }
        return parts
    }

    private mutating func walk(_ parts: [Part], _ stack: [Any], _ blocks: [String: [Part]], in template: String) {
        for part in parts {
            switch part {
            case .hole(let name):
                if find(name, stack) == nil { missing.insert("\(template): \(name)") }
            case .section(let name, let isInverted, let inside):
                guard let value = find(name, stack) else {
                    missing.insert("\(template): \(name)")
                    continue
                }
                let bodies = isInverted ? (Self.isNothing(value) ? [stack] : []) : Self.bodies(value, stack)
                for body in bodies { walk(inside, body, blocks, in: template) }
            case .partial(let name): place(name, stack, blocks: blocks)
            case .parent(let name, let inside):
                let own = inside.compactMap { part -> (String, [Part])? in
                    guard case .block(let name, let parts) = part else { return nil }
                    return (name, parts)
                }
                place(name, stack, blocks: Dictionary(own) { first, _ in first })
            case .block(let name, let inside): walk(blocks[name] ?? inside, stack, [:], in: template)
            }
        }
    }

    private func find(_ name: String, _ stack: [Any]) -> Any? {
        if name == "." { return stack.last }
        let names = name.split(separator: ".").map(String.init)
        let start = stack.lazy.reversed().compactMap { ($0 as? [String: Any])?[names[0]] }.first
        return names.dropFirst().reduce(start) { value, name in
            value is PressTree.Absent ? value : (value as? [String: Any])?[name]
        }
    }

    private static func isNothing(_ value: Any) -> Bool {
        switch value {
        case let list as [Any]: list.isEmpty
        case let flag as Bool: !flag
        default: value is PressTree.Absent
        }
    }

    private static func bodies(_ value: Any, _ stack: [Any]) -> [[Any]] {
        if isNothing(value) { return [] }
        switch value {
        case let list as [Any]: return list.map { stack + [$0] }
        case is Bool: return [stack]
        default: return [stack + [value]]
        }
    }
}
