import Foundation

/// Python with the modules that read YAML and check JSON Schemas: another's eyes for our own schema.
package enum Python {
  private static let missing = Tool.Missing(
    description:
      "Python's jsonschema, pikepdf or yaml is missing: sudo apt-get install python3-jsonschema python3-pikepdf python3-yaml"
  )

  /// The interpreter that has them, looked for once; nil where none has.
  private static let interpreter: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    // Debian's packages belong to Debian's Python, which need not be the first on the path.
    for folder in folders + ["/usr/bin"] {
      let python = folder + "/python3"
      guard FileManager.default.isExecutableFile(atPath: python),
        // What is on the path may be a script that looks for the interpreter anew each time.
        let run = try? Run(python, ["-c", "import jsonschema, pikepdf, yaml, sys; print(sys.executable)"]),
        run.status == 0
      else { continue }
      return run.output.trimmingCharacters(in: .newlines)
    }
    return nil
  }()

  /// Runs a script; missing modules fail the test and say how to get them.
  package static func run(_ script: String, _ arguments: [String]) throws -> Run {
    guard let interpreter else { throw missing }
    return try Run(interpreter, ["-c", script] + arguments, environment: ["PYTHONUTF8": "1"])
  }

  /// What a JSON Schema says against YAML files: a line for each fault, `path: where: what`.
  package static func faults(of files: [String], schema: String) throws -> [String] {
    let run = try run(
      """
      import json, sys, jsonschema, yaml
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft7Validator.check_schema(schema)
      validator = jsonschema.Draft7Validator(schema)
      for path in sys.argv[2:]:
          for error in validator.iter_errors(yaml.safe_load(open(path))):
              where = "/".join(map(str, error.absolute_path))
              print(f"{path}: {where}: {error.message[:200]}")
      """, [schema] + files)
    guard run.status == 0 else { throw Refused(description: run.errors) }
    return run.output.split(separator: "\n").map(String.init)
  }

  private struct Refused: Error, CustomStringConvertible {
    var description: String
  }
}
