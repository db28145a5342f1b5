/// Whether a sentence makes mediation a duty, or a condition for going to court (C. conso. L612-4; R-36). It reads words,
/// not thoughts: what it finds a duty can always be said otherwise, by « vous pouvez ».
extension Sentence {
    var makesMediationADuty: Bool {
        words.indices.contains { ordersMediation(at: $0) || callsItCompulsory(at: $0) || bindsCourt(at: $0) }
    }

    // MARK: A duty

    /// « devez … saisir le médiateur », « tenu de », « obligatoire de », « impose une médiation ».
    private func ordersMediation(at place: Int) -> Bool {
        guard binds(at: place) else { return false }
        let verb = actor(after: place)
        let object = verb + 1..<verb + 8
        guard words(verb..<verb + 1).contains(where: Self.turnings.contains) else {
            let isDemand = Self.demands.contains(words[place]) || isCommand(at: place)
            return isDemand && mediation(in: verb..<verb + 3, before: Self.turnsAway) != nil
        }
        return mediation(in: object, before: Self.turnsAway) != nil
    }

    /// Whether the word at a place binds somebody, and is not denied.
    private func binds(at place: Int) -> Bool {
        let word = words[place]
        let isDuty = Self.duties.contains(word)
        guard isDuty || Self.orders.contains(word) || Self.demands.contains(word) else { return false }
        return !deniesVerb(at: place) && !(isDuty && deniesWord(at: place))
    }

    /// « saisissez obligatoirement ».
    private func isCommand(at place: Int) -> Bool {
        words[place].hasSuffix("ment") && words(place - 1..<place).contains { $0.hasSuffix("ez") }
    }

    /// Where the verb is that somebody is bound to: what stands between does not matter.
    private func actor(after place: Int) -> Int {
        var index = place + 1
        while index < words.count, index < place + 16 {
            if words[index] == "," {
                index = (words(index + 1..<index + 12).firstIndex(of: ",") ?? index) + 1
            } else if Self.fillers.contains(words[index]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    // MARK: A quality

    /// « la médiation est obligatoire », « un préalable obligatoire », « un passage obligé ».
    private func callsItCompulsory(at place: Int) -> Bool {
        let word = words[place]
        let before = words(place - 1..<place).first ?? ""
        let isPassage = ["passage", "etape"].contains(before) && word.hasPrefix("oblige")
        guard isPassage || Self.qualities.contains(word), !deniesWord(at: place) else { return false }
        let isAbout = mediation(in: place - 12..<place + 6) != nil
        if before == "prealable" { return isAbout || has(Self.courts.union(["saisine", "action"]), in: words.indices) }
        if isPassage || Self.steps.contains(before) || before.hasPrefix("mediat") { return isAbout }
        guard let copula = words(place - 4..<place).lastIndex(where: Self.copulas.contains) else { return false }
        return isSubject(upTo: copula, joined: word.hasSuffix("s"))
    }

    /// Whether the mediation is what the words before a place are about.
    private func isSubject(upTo place: Int, joined: Bool) -> Bool {
        let before = words(place - 10..<place)
        let ends: Set<String> = joined ? [",", "mais", "car"] : [",", "mais", "car", "et"]
        var start = before.lastIndex(where: ends.contains).map { $0 + 1 } ?? before.startIndex
        if words(start..<start + 1).contains(where: ["elle", "elles", "celle"].contains) { start = before.startIndex }
        return before[start...].contains { $0.hasPrefix("mediat") }
    }

    // MARK: A condition

    /// « avant toute action en justice, vous devez », « ne pouvez saisir le juge qu’après le médiateur », « sans
    /// médiation, votre action est irrecevable », « subordonnée à une médiation ».
    private func bindsCourt(at place: Int) -> Bool {
        let rest = place + 1..<words.count
        switch words[place] {
        case "avant": return has(Self.courts, in: place + 1..<place + 9) && isBoundBefore(court: place)
        case "sans", "faute", "defaut":
            return mediation(in: place + 1..<place + 5) != nil && words.contains { $0.hasPrefix("irrecevab") }
        case "ne": return mustWait(after: place)
        case "action", "recours", "procedure":
            guard words(place - 1..<place).contains(where: ["aucun", "aucune"].contains) else { return false }
            return waits(in: rest)
        default:
            guard words[place].hasPrefix("subordonn") || words[place].hasPrefix("conditionn") else { return false }
            return !deniesWord(at: place) && mediation(in: rest) != nil && has(Self.courts, in: words.indices)
        }
    }

    /// An order that follows « avant toute action en justice », or comes before it with the mediation.
    private func isBoundBefore(court place: Int) -> Bool {
        let orders = words.indices.filter { binds(at: $0) }
        if orders.contains(where: { $0 > place }) { return true }
        let isAny = words(place + 1..<place + 2).contains { $0.hasPrefix("tout") }
        return isAny && !orders.isEmpty && mediation(in: words.indices) != nil
    }

    /// « ne pouvez … juge … avant / sans / qu’après … médiation ».
    private func mustWait(after place: Int) -> Bool {
        if let only = words(place + 1..<place + 12).firstIndex(of: "que"),
            has(["apres", "fois"], in: only + 1..<only + 3)
        {
            return mediation(in: only + 1..<only + 10) != nil && has(Self.courts, in: words.indices)
        }
        let verb = words(place + 1..<place + 3)
        return verb.contains { Self.abilities.contains($0) || Self.orders.contains($0) }
            && waits(in: place + 1..<words.count)
    }

    /// A court, then a wait, then the mediation.
    private func waits(in range: Range<Int>) -> Bool {
        guard let court = words(range).firstIndex(where: Self.courts.contains) else { return false }
        let rest = words(court + 1..<words.count)
        guard let wait = rest.firstIndex(where: ["avant", "sans", "tant"].contains) else { return false }
        return words[wait - 1] != "meme" && mediation(in: wait + 1..<wait + 9) != nil
    }
}
