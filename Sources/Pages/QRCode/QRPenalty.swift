/// How hard a code is to read (ISO/IEC 18004, 7.8.3): the mask with the least is taken.
enum QRPenalty {
    static func of(_ grid: QRGrid) -> Int {
        let (size, modules) = (grid.version.size, grid.modules)
        let rows = (0..<size).map { row in Array(modules[row * size..<(row + 1) * size]) }
        let columns = (0..<size).map { column in rows.map { $0[column] } }
        return (rows + columns).reduce(0) { $0 + runs($1) + finders($1) } + blocks(rows) + balance(modules)
    }

    /// Five of a kind in line, or more.
    private static func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for place in 1...line.count {
            if place < line.count, line[place] == line[place - 1] {
                length += 1
            } else {
                if length >= 5 { penalty += length - 2 }
                length = 1
            }
        }
        return penalty
    }

    /// What looks like a finder, with four light modules on one side.
    private static func finders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        let rim = [Bool](repeating: false, count: 4)
        return (0...line.count - 11).reduce(0) { penalty, start in
            let part = Array(line[start..<start + 11])
            return penalty + (part == finder + rim ? 40 : 0) + (part == rim + finder ? 40 : 0)
        }
    }

    /// Squares of two by two.
    private static func blocks(_ rows: [[Bool]]) -> Int {
        zip(rows, rows.dropFirst()).reduce(0) { penalty, pair in
            let (upper, lower) = pair
            return penalty
                + 3
                * (1..<upper.count).count { column in
                    let colour = upper[column]
                    return upper[column - 1] == colour && lower[column] == colour && lower[column - 1] == colour
                }
        }
    }

    /// More dark than light, or less: ten for every twentieth that it is away from the half.
    private static func balance(_ modules: [Bool]) -> Int {
        let dark = modules.count { $0 }
        return abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
