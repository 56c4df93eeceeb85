internal import GRDB

/// The tables. An entry is kept as the canonical line of text that is exported, beside the few columns by which it is found.
enum LedgerSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 entries") { db in
      try db.execute(
        sql: """
          CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            office TEXT NOT NULL,
            chain TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            day TEXT NOT NULL,
            reverses TEXT,
            body TEXT NOT NULL
          );
          CREATE INDEX entry_by_number ON entry (office, chain, sequence, hash);
          CREATE INDEX entry_by_day ON entry (day, id);
          CREATE INDEX entry_by_reversed ON entry (reverses) WHERE reverses IS NOT NULL;
          """)
    }
    return migrator
  }

  static let insert = """
    INSERT INTO entry (hash, office, chain, sequence, day, reverses, body) VALUES (?, ?, ?, ?, ?, ?, ?)
    """
}
