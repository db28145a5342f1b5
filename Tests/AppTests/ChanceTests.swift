import App
import Registry
import Testing

@Suite struct `Chance` {
    @Test(arguments: 0...40)
    func `comes as many bytes long as was asked for`(count: Int) {
        #expect(World.real.bytes(count).count == count)
    }

    @Test func `is another each time, to its last byte`() {
        let draws = (0..<64).map { _ in World.real.bytes(17) }
        #expect(Set(draws).count == draws.count)
        #expect(Set(draws.map(\.last)).count > 1)
    }
}
