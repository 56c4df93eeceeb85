internal import GRDB

/// Whether a ledger's file holds the program's own tables and nothing else. Whoever may write the file may put a trigger into it that
/// undoes what is recorded, or a view in the place of a table: SQLite would obey.
enum LedgerShape {
  /// Every table and index of the newest version, as SQLite writes down how they were made.
  static let parts: [String: String] = [
    "grdb_migrations": "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
    "entry": """
    CREATE TABLE entry (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, office TEXT NOT NULL, chain TEXT NOT NULL,
    sequence INTEGER NOT NULL, day TEXT NOT NULL, reverses TEXT, body TEXT NOT NULL, previous TEXT, revision INTEGER)
    """,
    "entry_by_number": "CREATE INDEX entry_by_number ON entry (office, chain, sequence, hash)",
    "entry_by_day": "CREATE INDEX entry_by_day ON entry (day, id)",
    "entry_by_reversed": "CREATE INDEX entry_by_reversed ON entry (reverses) WHERE reverses IS NOT NULL",
    "entry_by_previous": "CREATE INDEX entry_by_previous ON entry (previous) WHERE previous IS NOT NULL",
    "entry_by_revision": "CREATE INDEX entry_by_revision ON entry (revision)",
    "outbox": """
    CREATE TABLE outbox (entry INTEGER PRIMARY KEY REFERENCES entry (id), job TEXT NOT NULL, claim TEXT, claimed TEXT,
    begun INTEGER NOT NULL DEFAULT 0)
    """,
    "run": """
    CREATE TABLE run (id INTEGER PRIMARY KEY, print TEXT NOT NULL, day TEXT NOT NULL, moment TEXT NOT NULL,
    office TEXT NOT NULL, chain TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)
    """,
    "signature": """
    CREATE TABLE signature (hash TEXT PRIMARY KEY NOT NULL, number TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL)
    """,
    "run_by_print": "CREATE INDEX run_by_print ON run (print, day)",
  ]

  private static let plainParts = parts.mapValues(plain)

  /// What is in a file that the program has not put there, or not like that, or that is missing: `trigger t`, `table entry`.
  ///
  /// - Parameters:
  ///   - db: the file.
  ///   - isOld: whether it is of an earlier version, which may lack parts and have others: then only what acts by itself is told.
  /// - Returns: the names, in their order; none where all is well.
  /// - Throws: what the database throws.
  static func foreignParts(_ db: Database, isOld: Bool = false) throws -> [String] {
    var foreign: [String] = []
    var missing = Set(parts.keys)
    for row in try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_master ORDER BY type, name") {
      let (type, name): (String, String) = (row["type"], row["name"])
      missing.remove(name)
      if type == "trigger" || type == "view" {
        foreign.append("\(type) \(name)")
      } else if !isOld, !isSQLites(name) {
        let sql: String? = row["sql"]
        if sql.map(plain) != plainParts[name] { foreign.append("\(type) \(name)") }
      }
    }
    return isOld ? foreign : foreign + missing.sorted().map { "no \($0)" }
  }

  /// What SQLite makes for itself: the index of what is unique, and what it knows of how often values stand in an index.
  private static func isSQLites(_ name: String) -> Bool {
    name.hasPrefix("sqlite_autoindex_") || name == "sqlite_stat1" || name == "sqlite_stat4"
  }

  /// Without white space and quotes, which SQLite's versions set in different ways.
  private static func plain(_ sql: String) -> String {
    sql.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
  }
}
