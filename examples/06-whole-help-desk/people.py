"""Who works here: first name, last name, address, departments. Data, so that people who write no Python can edit it."""

PEOPLE = [
    ("Amara", "Okafor", "amara.okafor@example.com", ["support", "billing"]),
    ("Ben", "Fischer", "ben.fischer@example.com", ["support"]),
    ("Chiara", "Ricci", "chiara.ricci@example.com", ["support"]),
    ("Diego", "Morales", "diego.morales@example.com", ["support", "sales"]),
    ("Emi", "Tanaka", "emi.tanaka@example.com", ["technical"]),
    ("Farid", "Haddad", "farid.haddad@example.com", ["technical"]),
    ("Grace", "Mwangi", "grace.mwangi@example.com", ["technical", "support"]),
    ("Hana", "Novák", "hana.novak@example.com", ["billing"]),
    ("Ivan", "Petrov", "ivan.petrov@example.com", ["billing"]),
    ("Julie", "Lambert", "julie.lambert@example.com", ["sales", "support"]),
    ("Kofi", "Mensah", "kofi.mensah@example.com", ["sales"]),
    ("Lena", "Sørensen", "lena.sorensen@example.com", ["support", "technical"]),
]
