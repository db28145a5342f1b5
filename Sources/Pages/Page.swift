/// Something that is read: a value whose stored properties fill the holes of one template.
///
/// All formatting is done before: a page holds strings, flags and lists; the template only places them.
public protocol Page: Sendable {
    /// The template's path under `Templates/`, without its ending: `public/form`.
    static var template: String { get }
}
