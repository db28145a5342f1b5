import Complaints
import Testing

@Suite struct `The guide of the Référentiel national qualité` {
    // Shows: R-78
    @Test(arguments: [
        ("2020-06-01", 7), ("2021-03-29", 7), ("2024-01-07", 7), ("2024-01-08", 9), ("2026-11-23", 9),
    ]) func `is that of the day`(day: String, number: Int) throws {
        #expect(QualityGuide.inForce(on: try #require(CivilDate(day))).number == number)
    }

    @Test func `has its editions in the order of their days`() {
        let days = QualityGuide.allCases.map(\.publishedOn)
        #expect(days == days.sorted())
        #expect(days.map(\.description) == ["2021-03-29", "2024-01-08"])
    }
}
