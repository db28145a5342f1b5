import Complaints

/// What concerns another case file, or makes one.
extension ActForms {
    func linking(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.rapprochement.lead")],
            fields: [pen.line("dossier"), pen.area("motif", rows: 2)]
        )
    }

    func unlinking(_ pen: FormPen) -> Body {
        let linked = linkedOpenly.map { (value: $0, label: $0) }
        return Body(
            leads: [press.words("staff.act.fin-rapprochement.lead")],
            fields: [
                pen.menu("dossier", linked, value: linked.count == 1 ? linked[0].value : ""),
                pen.area("motif", rows: 2),
            ]
        )
    }

    /// The case files that it is linked with and that the reader may open.
    var linkedOpenly: [String] {
        file.linked.filter(relatives.opens).map(relatives.identifier)
    }

    /// The words as they came, to be cut down to the other complaint.
    func splitting(_ pen: FormPen) -> Body {
        let documents = file.dividableFiles.map { document in
            let holes = ["name": document.name, "size": FrenchNumbers.fileSize(document.length)]
            return (value: document.id, label: press.words("staff.form.files.kept.one", holes))
        }
        return Body(
            leads: [press.words("staff.act.scission.lead")],
            fields: [
                pen.line("objet", optional: true), pen.area("reclamation", rows: 10, value: file.completed.text),
            ] + (documents.isEmpty ? [] : [pen.ticks("pieces", documents, values: [])])
        )
    }
}
