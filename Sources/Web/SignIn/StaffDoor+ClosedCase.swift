import HTTPTypes
import Hummingbird
import Pages
import Registry

extension StaffDoor {
    /// Answers a form about a case file; where that is not open to its sender when it gets there, gives them their words
    /// back, and nothing of the case.
    ///
    /// - Parameter answer: says what was sent as soon as it is read.
    func givingBack(
        _ request: Request,
        _ visitor: StaffVisitor,
        of subject: ClosedCasePage.Subject = .caseFile,
        _ answer: (inout FormData?) async throws -> Response
    ) async throws -> Response {
        var sent: FormData?
        do {
            return try await answer(&sent)
        } catch Register.Failure.restricted {
            let form = if let sent { sent } else { try await read(request, visitor) }
            let books = try await site.register(for: request)
            await visitor.noteRefusal(Register.Failure.restricted, at: request.uri.path, in: books)
            return closed(form, visitor, of: subject)
        }
    }

    /// The page that gives words back.
    func closed(
        _ form: FormData,
        _ visitor: StaffVisitor,
        of subject: ClosedCasePage.Subject = .caseFile
    ) -> Response {
        let page = ClosedCasePage(
            subject,
            typed: form.typed,
            hadDocuments: form.hasDocuments || !form.values(FormEntry.kept).isEmpty,
            signedIn: reader(visitor),
            press: site.press
        )
        return site.page(page, status: .forbidden)
    }

    /// A form that was not looked at before, whatever is wrong with it.
    private func read(_ request: Request, _ visitor: StaffVisitor) async throws -> FormData {
        do {
            let form = try await self.form(request, of: visitor)
            form.discard()
            return form
        } catch let unaccepted as Unaccepted {
            return unaccepted.form
        }
    }
}
