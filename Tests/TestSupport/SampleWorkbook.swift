import Foundation

/// A small workbook as a spreadsheet packs one: a title, an empty line, heads in line 3, and in lines 4, 5 and 9 days as days
/// and as numbers, a formula with its result, an error, and text in its cell.
public enum SampleWorkbook {
    /// Its bytes.
    public static let bytes = Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())

    private static let text = """
        UEsDBBQAAAAIADwHfV3uR1hmHwAAAB0AAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLOxr8jNUShLLSrOzM+zVTLUM1Cyt7MJqSxI
        Lda3AwBQSwMEFAAAAAgAPAd9XaxlBFlwAAAArgAAAA8AAAB4bC93b3JrYm9vay54bWyzsa/IzVEoSy0qzszPs1Uy1DNQsrezKc8v
        yk7Kz89WAErmFVsV2SpVKCFEA4r07WyKM1JTS4qhtEJeYm6qrVKQglpiboG1QrCSAljYMwVoopJCkVUmkFHkmWKupI+qIQlJoRGS
        QiOQQn2YFfowi+0AUEsDBBQAAAAIADwHfV1VfwonUgAAAJQAAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHOzCUrNSSzJ
        zM8rzsgsKLazQeYqeKbYKhV5phgpKYQkFqWnltgqlecXZRdnpKaWFOuDKUO9itwcJX3s+swR+vQrcvSR9Kallmbm5KTCNOujOgIA
        UEsDBBQAAAAIADwHfV2qtmrtZgAAAMcAAAANAAAAeGwvc3R5bGVzLnhtbLMpLqnMSQ3OSE0tsbPJK811yy0phjEUIJRniq2SoZmJ
        kkJaflFuYolzfkqqrVJKSox+bm6MfiUQKOnb2ejD9San5uQEgwyNSAPyKtKQTTEBK0VVAeJhKjUAqUTVbIbQDVavj+R0AFBLAwQU
        AAAACAA8B31djf0PPP0AAACQAgAAGQAAAHhsL3dvcmtzaGVldHMvZmV1aWxsZS54bWx1km9OxCAQxa/C4kdT2dqySjI7m/2jB9AT
        NA2rxEoTwK5X8hxeTEoNy5Luh4a2v8ebNwOw+f7syCCNVb1e0/JuSTcIi6IgLSkKhFNvPuy7lA4hLIfGNQimPxHj1RShHV+2JSVu
        Ta3/HnAJbEBgrX+8LoqrKK4ScRnFge1Sdn/J9imrLtkhZfV8gDoGqBMxzwJ4ZqfOvBGvVlmhfbp3lYVI2cN8CB5D8Kn/rMkdTzwe
        s9r/zBlPj7gtb/30jqPQ/P7Yr841br6oiEVFcFC6U1q+Bh9lERxKTTr1piUwf9Bs/HdOJK7OYnKTgd+8PD0vsnmIpBeRRWPJdWLn
        W/YHUEsDBBQAAAAIADwHfV169+bSpQAAAAUCAAAUAAAAeGwvc2hhcmVkU3RyaW5ncy54bWyN0TEOgkAQBdCrbCjohIBWsm5iNJZq
        9AQLTmAJCJkdDHeysbfjZLJKYmJhpvw/708z0lpS0holSfR1tbStzmDltQgW8AaeOkFuLCHIcHShg3/wfniw3FYT7+AhLYFY8kya
        Oh5dzyKW22FjLsLXdZuI4S78ipLUz2kMT9Z+UzWWBaM4mAfxgmXhKrKmw5/DOHqF5lPilLMCvsWxcFU/FS69x6H7/wtQSwECFAMU
        AAAACAA8B31d7kdYZh8AAAAdAAAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIADwHfV2s
        ZQRZcAAAAK4AAAAPAAAAAAAAAAAAAACAAVAAAAB4bC93b3JrYm9vay54bWxQSwECFAMUAAAACAA8B31dVX8KJ1IAAACUAAAAGgAA
        AAAAAAAAAAAAgAHtAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAMUAAAACAA8B31dqrZq7WYAAADHAAAADQAAAAAA
        AAAAAAAAgAF3AQAAeGwvc3R5bGVzLnhtbFBLAQIUAxQAAAAIADwHfV2N/Q88/QAAAJACAAAZAAAAAAAAAAAAAACAAQgCAAB4bC93
        b3Jrc2hlZXRzL2ZldWlsbGUueG1sUEsBAhQDFAAAAAgAPAd9XXr35tKlAAAABQIAABQAAAAAAAAAAAAAAIABPAMAAHhsL3NoYXJl
        ZFN0cmluZ3MueG1sUEsFBgAAAAAGAAYAigEAABMEAAAAAA==
        """
}
