import CZlib
import Pages

/// Compression of what everybody is sent alike (RFC 1952).
enum Gzip {
    /// The site's own parts by the last part of their paths, those that it makes smaller: made once.
    static let assets: [String: [UInt8]] = Dictionary(
        uniqueKeysWithValues: Assets.names.compactMap { name in
            guard let body = Assets.file(name)?.body, let packed = packed(Array(body.utf8)) else { return nil }
            return packed.count < body.utf8.count ? (name, packed) : nil
        }
    )

    /// Whether whoever asks takes it: a coding with a weight of nought is refused (RFC 9110, 12.5.3).
    static func isTaken(by accepted: [String]) -> Bool {
        WeightedRanges(accepted.joined(separator: ",")).ranges.contains { $0.name == "gzip" && $0.weight > 0 }
    }

    /// The bytes as a gzip file; nil where zlib has no memory.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard zlib_begin_gzip(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var bytes = bytes
        let bound = Int(deflateBound(&stream, uLong(bytes.count)))
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { room, count in
            bytes.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = room.baseAddress
                stream.avail_out = uInt(bound)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = bound - Int(stream.avail_out)
        }
        return isWhole ? packed : nil
    }
}
