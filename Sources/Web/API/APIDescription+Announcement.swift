import Pages

/// What programs that ask for it are sent, described beside what they may ask.
extension APIDescription {
    /// The request that such a program gets.
    var announcement: JSON {
        .members([
            "operationId": "avertissement", "summary": .string(press.words("api.avertissement")),
            "description": .string(press.words("api.avertissement.texte")), "security": .list([]),
            "parameters": .list([header("webhook-id"), header("webhook-timestamp"), header("webhook-signature")]),
            "requestBody": .members([
                "required": true,
                "content": .members([
                    "application/json": .members(["schema": SchemaText.json(AnnouncementBody.shape.schema)])
                ]),
            ]),
            "responses": .members([
                "2XX": .members(["description": .string(press.words("api.avertissement.recu"))])
            ]),
        ])
    }

    /// As Standard Webhooks names it.
    private func header(_ name: String) -> JSON {
        .members([
            "name": .string(name), "in": "header", "required": true,
            "description": .string(press.words("api.avertissement.\(name)")),
            "schema": SchemaText.json(.anyString),
        ])
    }
}
