import Complaints
import Pages

/// The provider's own kinds of person, each with the one of the standard list that it is treated as.
extension SettingText {
    /// `Ancien stagiaire=stagiaire; Juré=certificateur`.
    var stakeholders: [OwnStakeholder] {
        get throws {
            let items = text.split(separator: ";").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
            let own = try items.map { parts in
                guard parts.count == 2 else { throw refusal(Self.stakeholderForm) }
                let kind = Stakeholder(rawValue: String(parts[1]).trimmed)
                guard Stakeholder.standard.contains(kind) else { throw refusal(Self.stakeholderForm) }
                return OwnStakeholder(name: try stakeholderName(String(parts[0])), kind: kind)
            }
            let names = own.map { FoldedText.fold($0.name) }
            guard !own.isEmpty, own.count <= 20 else { throw refusal("une à vingt qualités") }
            guard Set(names).count == names.count, Self.standardNames.isDisjoint(with: names) else {
                throw refusal("des qualités toutes différentes, et qui ne sont pas déjà dans la liste")
            }
            return own
        }
    }

    /// One line of words, between which there is one blank, as addresses and other commands carry them.
    private func stakeholderName(_ typed: String) throws -> String {
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...60).contains(name.count) else { throw refusal("des noms de 60 caractères au plus") }
        return try SettingText(setting, name).line
    }

    /// The codes and the names of the standard list, and of who is of none, folded.
    private static var standardNames: Set<String> {
        let press = try? Press()
        let names = Stakeholder.standard.flatMap { [$0.rawValue, press?.words($0) ?? ""] } + ["unknown"]
        return Set(names.map { FoldedText.fold($0) })
    }

    private static var stakeholderForm: String {
        let codes = Stakeholder.standard.map(\.rawValue).joined(separator: ", ")
        return "des qualités, chacune suivie de celle de la liste dont elle suit les règles, comme "
            + "« Ancien stagiaire=stagiaire; Juré=certificateur » ; la liste : \(codes)"
    }
}
