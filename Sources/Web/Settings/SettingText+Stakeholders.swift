import Complaints
import Foundation
import Pages

/// The provider's own kinds of person, each with the one of the standard list that it is treated as.
extension SettingText {
    /// `Ancien stagiaire=stagiaire; Juré=certificateur`.
    var stakeholders: [OwnStakeholder] {
        get throws(SettingMistake) {
            let items = text.split(separator: ";").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
            var own: [OwnStakeholder] = []
            for parts in items {
                guard parts.count == 2 else { throw mistake(.stakeholders) }
                let kind = Stakeholder(rawValue: parts[1].trimmingCharacters(in: .whitespacesAndNewlines))
                guard Stakeholder.standard.contains(kind) else { throw mistake(.stakeholders) }
                own.append(OwnStakeholder(name: try stakeholderName(String(parts[0])), kind: kind))
            }
            let names = own.map { FoldedText.fold($0.name) }
            guard !own.isEmpty, own.count <= 20 else { throw mistake(.stakeholderCount) }
            guard Set(names).count == names.count, Self.standardNames.isDisjoint(with: names) else {
                throw mistake(.stakeholderRepeated)
            }
            return own
        }
    }

    /// One line of words, between which there is one blank, as addresses and other commands carry them.
    private func stakeholderName(_ typed: String) throws(SettingMistake) -> String {
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...60).contains(name.count) else { throw mistake(.stakeholderName) }
        return try SettingText(setting, name).line
    }

    /// The codes and the names of the standard list, and of who is of none, folded.
    private static var standardNames: Set<String> {
        let press = try? Press()
        let names = Stakeholder.standard.flatMap { [$0.rawValue, press?.words($0) ?? ""] } + ["unknown"]
        return Set(names.map { FoldedText.fold($0) })
    }
}
