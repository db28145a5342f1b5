import Complaints
import Testing

@Suite struct `The words that open a letter` {
    @Test(
        arguments: [
            "Bonjour Madame,\n\nvous avez raison.", "bonjour,", "Bonsoir", "\n  Monsieur,\n\nvous avez raison.",
            "Madame, Monsieur,\nnous avons lu", "Madame, vous nous avez écrit.", "Chère Madame D’Àrçy,\nmerci",
            "Cher Noé !\nmerci", "Madame\n\nNous avons lu.", "MADAME, MONSIEUR", "Monsieur le directeur,\n",
        ]
    ) func `are known`(text: String) { #expect(Salutation.opens(text)) }

    @Test(
        arguments: [
            "", " \n ", "Vous avez raison, Madame.", "Monsieur Dupont nous a écrit.",
            "Monsieur Martin, formateur, a reconnu la panne.", "Madame Roux vous a reçu le 12 mars,\npuis le 14.",
            "Chers délais : ils courent.", "La formule « Bonjour » suffit.", "Mme Roux vous rappelle.",
        ]
    ) func `are not taken for a sentence that tells of somebody`(text: String) { #expect(!Salutation.opens(text)) }
}
