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
    migrator.registerMigration("2 what follows and what is new") { db in
      try db.execute(
        sql: """
          ALTER TABLE entry ADD COLUMN previous TEXT;
          ALTER TABLE entry ADD COLUMN revision INTEGER;
          UPDATE entry SET previous = nullif(json_extract(body, '$.previous'), ''), revision = id;
          CREATE INDEX entry_by_previous ON entry (previous) WHERE previous IS NOT NULL;
          CREATE INDEX entry_by_revision ON entry (revision);
          """)
    }
    migrator.registerMigration("3 outbox") { db in
      try db.execute(
        sql: "CREATE TABLE outbox (entry INTEGER PRIMARY KEY REFERENCES entry (id), job TEXT NOT NULL)")
    }
    migrator.registerMigration("4 claims and runs") { db in
      try db.execute(
        sql: """
          ALTER TABLE outbox ADD COLUMN claim TEXT;
          ALTER TABLE outbox ADD COLUMN claimed TEXT;
          ALTER TABLE outbox ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
          CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            print TEXT NOT NULL,
            day TEXT NOT NULL,
            moment TEXT NOT NULL,
            office TEXT NOT NULL,
            chain TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
          );
          CREATE INDEX run_by_print ON run (print, day);
          """)
    }
    migrator.registerMigration("5 signed heads") { db in
      try db.execute(
        sql:
          "CREATE TABLE signature (hash TEXT PRIMARY KEY NOT NULL, number TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL)"
      )
    }
    return migrator
  }

  static let insert = """
    INSERT INTO entry (hash, office, chain, sequence, day, reverses, body, previous, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT ifnull(max(revision), 0) + 1 FROM entry))
    """
  static let replace = """
    UPDATE entry SET office = ?, chain = ?, sequence = ?, day = ?, reverses = ?, body = ?, previous = ?,
      revision = (SELECT max(revision) + 1 FROM entry) WHERE hash = ?
    """
}
