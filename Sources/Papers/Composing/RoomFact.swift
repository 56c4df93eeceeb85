/// What does not fit on a page of one of the program's own templates: what is written is too long, and no line of the template is to
/// blame.
package enum RoomFact: Fact {
  /// A text is too long for its place on a paper.
  case tooLong(String, paper: String)
  /// All of it together is too much for a paper.
  case tooMuch(paper: String)
  /// A text stands where the stamp must be seen.
  case hidesStamp(String, paper: String)
  /// An address is too long for its code.
  case addressTooLong(String, paper: String)
}
