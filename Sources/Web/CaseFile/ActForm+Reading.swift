import Complaints
import Pages

/// A form is read to its end in spite of what cannot be read: whoever sent it is told all at once.
extension ActForm {
    /// A field that cannot be read, why, and a value that could be: with it the reading goes on to the next field, and
    /// what the rules say of the others can be told too. Nothing is ever done with it.
    struct Mistake: Error, Equatable {
        let field: String
        let fault: FieldFault
        let standIn: String
    }

    /// Everything that cannot be read, and what the rules say of the rest.
    struct Unreadable: Error, Equatable {
        let faults: [String: FieldFault]
        var besides: Refusal?
    }

    /// What a form says, and what of it cannot be read: what it says then has stand-ins in it, and is not to be done.
    ///
    /// - Parameter read: reads fields. - Throws: whatever it throws that is no `Mistake`.
    func reading<Value>(_ read: (ActForm) throws -> Value) throws -> (value: Value, faults: [String: FieldFault]) {
        var (form, faults) = (self, [String: FieldFault]())
        while true {
            do {
                return (try read(form), faults)
            } catch let mistake as Mistake {
                // A second fault of the same field is the first one's: of a date that came twice, say.
                faults[mistake.field] = faults[mistake.field] ?? mistake.fault
                let mended = form.form.replacing(mistake.field, with: mistake.standIn)
                guard mended.fields != form.form.fields else { throw Unreadable(faults: faults) }
                form = ActForm(form: mended, files: files)
            }
        }
    }
}

extension FormData {
    /// The same form with one text in place of all that came under a name.
    fileprivate func replacing(_ name: String, with value: String) -> FormData {
        var form = self
        form.fields.removeAll { $0.name == name }
        form.fields.append(Field(name: name, value: value, cut: false))
        return form
    }
}
