import Complaints

/// The form by which whoever reads a list takes it out of the house, all pages of it: after the password, where that was not
/// given within five minutes (S-58).
struct ExportForm: Sendable {
    let token: String
    let tablePath: String
    let dataPath: String
    let hidden: [HiddenField]

    /// - Parameters:
    ///   - path: the list's.
    ///   - items: the filters that are on, and the order.
    init(at path: String, _ items: [(String, String)], token: String) {
        self.token = token
        tablePath = Path.export(of: path, as: .table)
        dataPath = Path.export(of: path, as: .data)
        hidden = HiddenField.all(items)
    }
}
