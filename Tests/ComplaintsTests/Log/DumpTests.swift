import Complaints
import Foundation
import Testing

@Suite struct `The dump of a log` {
    @Test func `is read line by line as it was written`() throws {
        var dice = Dice(seed: 8)
        for size in [0, 1, 5, 40] {
            let lines = SampleLog(size: size, dice: &dice).lines
            let read = LogDump.lines(of: dumpBytes(lines)).map { LogDump.Line($0) }
            #expect(read == lines)
        }
    }

    @Test func `is JSON for everyone else`() throws {
        var dice = Dice(seed: 8)
        let log = SampleLog(size: 5, dice: &dice)
        for line in log.lines {
            let text = try #require(line.text)
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            switch line {
            case .header(let organisation, let keys):
                #expect(object?["organisation"] as? String == organisation)
                #expect(object?["cles"] as? [String] == keys.map(\.description))
            case .leaf(let seq, let bytes, let opening):
                #expect(object?["seq"] as? Int == seq)
                #expect(object?["feuille"] as? String == Data(bytes).base64EncodedString())
                #expect(object?["contenu"] as? String == opening.map { Data($0.payload).base64EncodedString() })
            case .checkpoint(let note): #expect(object?["point"] as? String == note)
            }
        }
    }

    @Test(arguments: [
        "", "\n", "{}\n", "{\"point\":\"a\"}", "{\"point\":\"a\"} \n", "{ \"point\":\"a\"}\n",
        "{\"point\":\"\\u0061\"}\n",
        "{\"point\":\"\t\"}\n", "{\"point\":\"a\\\"}\n", "{\"point\":null}\n", "{\"point\":\"a\",\"point\":\"a\"}\n",
        "{\"seq\":01,\"feuille\":\"\",\"sel\":null,\"contenu\":null}\n",
        "{\"seq\":-1,\"feuille\":\"\",\"sel\":null,\"contenu\":null}\n",
        "{\"seq\":1,\"feuille\":\"\",\"sel\":null,\"contenu\":\"\"}\n",
        "{\"seq\":1,\"feuille\":\"\",\"sel\":\"AAAA\",\"contenu\":\"\"}\n",
        "{\"seq\":1,\"feuille\":\"AAB=\",\"sel\":null,\"contenu\":null}\n",
        "{\"seq\":1,\"sel\":null,\"feuille\":\"\",\"contenu\":null}\n",
        "{\"journal\":\"doleances/v2\",\"organisation\":\"\",\"cles\":[]}\n",
        "{\"journal\":\"doleances/v1\",\"organisation\":\"\",\"cles\":[]}\n",
        "{\"journal\":\"doleances/v1\",\"organisation\":\"\",\"cles\":[\"a\"]}\n",
    ])
    func `has one writing only`(line: String) {
        #expect(LogDump.Line(Array(line.utf8)[...]) == nil)
    }

    @Test func `holds no control character`() {
        #expect(LogDump.Line.header(organisation: "a\u{7}", keys: []).text == nil)
        #expect(LogDump.Line.checkpoint(note: "a\r\n").text == nil)
    }
}
