import Testing

@testable import Web

@Suite struct `A multipart body` {
    /// Contents that come as near to a boundary as contents can.
    private static let sample: [UInt8] = {
        var body = MultipartBody()
        body.add("nom", "Lefèvre")
        body.add("reclamation", "La salle était froide.\r\n\r\n--\(MultipartBody.boundary.dropLast())\r\n--\r\n-")
        body.add("vide", "")
        body.add(
            "piece_jointe",
            filename: "photo \"1\".pdf".replacing("\"", with: "%22"),
            Array(0...255) + [13, 10, 13]
        )
        return Array("du texte avant\r\n".utf8) + body.closed + Array("du texte après --\(MultipartBody.boundary)".utf8)
    }()

    private static func read(_ chunks: [ArraySlice<UInt8>]) throws -> Reading {
        try Reading(chunks, boundary: MultipartBody.boundary)
    }

    // Shows: F-17
    @Test func `reads the same cut at every byte`() throws {
        let whole = try Self.read([Self.sample[...]])
        #expect(whole.mistake == nil)
        #expect(whole.parts.map(\.head.name) == ["nom", "reclamation", "vide", "piece_jointe"])
        #expect(whole.parts[3].head.filename == "photo \"1\".pdf")
        #expect(whole.parts[3].content == Array(0...255) + [13, 10, 13])
        for cut in Self.sample.indices {
            #expect(try Self.read([Self.sample[..<cut], Self.sample[cut...]]) == whole, "cut at \(cut)")
        }
    }

    // Shows: F-17
    @Test(arguments: [1, 2, 3, 7, 41, 64]) func `reads the same in pieces of one size`(size: Int) throws {
        let chunks = stride(from: 0, to: Self.sample.count, by: size).map { start in
            Self.sample[start..<min(start + size, Self.sample.count)]
        }
        #expect(try Self.read(chunks) == (try Self.read([Self.sample[...]])))
    }

    // Shows: F-17
    @Test func `cut short anywhere before its closing boundary is refused, and never a crash`() throws {
        let closing = Self.sample.count - "--\r\ndu texte après --\(MultipartBody.boundary)".utf8.count + 2
        for end in 0..<closing {
            #expect(try Self.read([Self.sample[..<end]]).mistake == .truncated, "cut short at \(end)")
        }
        #expect(try Self.read([Self.sample[..<closing]]).mistake == nil)
    }

    // Shows: F-17
    @Test func `with a broken boundary keeps the parts before it`() throws {
        let reading = try Reading("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b-\r\n")
        #expect(reading.mistake == .delimiter)
        #expect(reading.summary == ["a=1"])
    }

    // Shows: F-17
    @Test func `with any one byte changed gives the same verdict in one piece and byte by byte`() throws {
        for index in Self.sample.indices {
            for byte: UInt8 in [0, 10, 13, 34, 45, 58, 59, 92, 255] {
                var changed = Self.sample
                changed[index] = byte
                let bytes = changed.indices.map { changed[$0...$0] }
                #expect(try Self.read(bytes) == (try Self.read([changed[...]])), "\(byte) at \(index)")
            }
        }
    }

    // Shows: F-17
    @Test(arguments: [
        ("--b\nContent-Disposition: form-data; name=\"a\"\n\n1\n--b--\n", MalformedForm.delimiter),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\n\n1\r\n--b--", .truncated),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\nX: 1\n2\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n folded: 1\r\n\r\n1\r\n--b--", .head),
        ("--b\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\n1\r\n--b--", .head),
        ("--b\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\n1\r\n--b--", .head),
        (
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                + "Content-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--b--",
            .head
        ),
        (
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--b--",
            .encoding
        ),
        ("--bad\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--", .delimiter),
        ("--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--c--", .delimiter),
        ("avant\r\n--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--", .delimiter),
        ("", .truncated),
    ]) func `that could be read in two ways is refused`(text: String, mistake: MalformedForm) throws {
        let reading = try Reading(text)
        #expect(reading.mistake == mistake)
        #expect(reading.summary.isEmpty)
    }

    // Shows: F-17
    @Test(arguments: [
        ("--b--", []),
        ("--b--\r\n", []),
        ("\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--", ["a=1"]),
        ("avant\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\naprès", ["a=1"]),
        ("--b \t \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--", ["a=1"]),
        ("--b\r\ncontent-disposition: FORM-DATA; NAME=a\r\nX-1: x\r\n\r\n1\r\n--b--", ["a=1"]),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\n--b\r\n--b--", ["a=\n--b"]),
        (
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b\r\n"
                + "Content-Disposition:form-data;name=c;\r\n\r\n\r\n\r\n--b--",
            ["a=", "c=\r\n"]
        ),
        ("--b\r\nContent-Disposition: form-data; name=\"a%22;%0D%0A%41\"\r\n\r\n1\r\n--b--", ["a\";\r\n%41=1"]),
    ]) func `of an unusual client is read`(text: String, summary: [String]) throws {
        let reading = try Reading(text)
        #expect(reading.mistake == nil)
        #expect(reading.summary == summary)
    }

    // Shows: S-41
    @Test(arguments: [
        (#"filename="a.pdf""#, "a.pdf"),
        (#"filename=a.pdf"#, "a.pdf"),
        (#"filename="C:\Users\Zoé\devis.pdf""#, #"C:\Users\Zoé\devis.pdf"#),
        (#"filename="un \"mot\".pdf""#, #"un "mot".pdf"#),
        (#"filename="un %22mot%22 à 100%.pdf""#, #"un "mot" à 100%.pdf"#),
        (#"filename="a\\b.pdf""#, #"a\b.pdf"#),
        (#"filename="fin\""#, #"fin\"#),
        (#"filename="a;b=c.pdf""#, "a;b=c.pdf"),
        (#"filename="x.pdf"; filename*=UTF-8''d%C3%A9j%C3%A0%20vu.pdf"#, "déjà vu.pdf"),
        (#"filename*=iso-8859-1'fr'%E9t%E9.pdf"#, "été.pdf"),
        (#"filename="x.pdf"; filename*=koi8-r''%E9.pdf"#, "x.pdf"),
    ]) func `names its files as browsers do`(parameter: String, filename: String) throws {
        let head = try PartHead(Array("Content-Disposition: form-data; name=\"f\"; \(parameter)".utf8))
        #expect(head.filename == filename)
    }

    @Test func `in windows-1252 loses no letter of its names`() throws {
        let line = Array("Content-Disposition: form-data; name=\"pr".utf8) + [0xE9] + Array("nom\"; filename=\"".utf8)
        let head = try PartHead(line + [0x9C, 0x75, 0x66] + Array("\"".utf8))
        #expect(head.name == "prénom")
        #expect(head.filename == "œuf")
    }

    // Shows: S-19
    @Test func `has limits that hold to the byte, whatever the chunks`() throws {
        let limits = FormLimits(parts: 2, head: 60)
        let line = "Content-Disposition: form-data; name=\"a\""
        func body(_ padding: Int) -> String {
            "--b\r\n\(line)\r\nX: \(String(repeating: "x", count: padding))\r\n\r\n1\r\n--b--"
        }
        let fitting = 60 - line.utf8.count - 5
        for (padding, mistake) in [(fitting, nil), (fitting + 1, MalformedForm.headTooLong)] {
            let bytes = Array(body(padding).utf8)
            #expect(try Reading([bytes[...]], boundary: "b", limits: limits).mistake == mistake)
            #expect(try Reading(bytes.indices.map { bytes[$0...$0] }, boundary: "b", limits: limits).mistake == mistake)
        }
        let part = "--b\r\n\(line)\r\n\r\n1\r\n"
        let three = try Reading(part + part + part + "--b--", limits: limits)
        #expect(three.mistake == .tooManyParts)
        #expect(three.summary == ["a=1", "a=1"])
        #expect(
            try Reading(String(repeating: "x", count: 100) + "\r\n" + part + "--b--", limits: limits).mistake
                == .preambleTooLong
        )
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"),
        ("multipart/form-data; charset=utf-8; boundary=\"a b:c\"", "a b:c"),
        ("Multipart/Form-Data;BOUNDARY=\(String(repeating: "x", count: 70))", String(repeating: "x", count: 70)),
    ]) func `names its boundary quoted or not`(contentType: String, boundary: String) throws {
        #expect(try Boundary(of: HeaderParameters(Array(contentType.utf8))) == (try Boundary(boundary)))
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=a\"b",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=é",
        "multipart/form-data; boundary=\"a@b\"",
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
        "multipart/form-data; boundary=a; boundary=b",
    ]) func `without a proper boundary is refused`(contentType: String) {
        #expect(throws: MalformedForm.self) { try Boundary(of: HeaderParameters(Array(contentType.utf8))) }
    }
}
