package import Bookkeeping
package import Drawing
package import Layout
package import Ledger
package import Papers
package import PrinterDevices

// What a front end names of the rooms below: it imports this room and no other.

package typealias CalendarDay = Bookkeeping.CalendarDay
package typealias GivenItem = Bookkeeping.GivenItem
package typealias CodePage = Bookkeeping.CodePage
package typealias DecimalSign = Bookkeeping.DecimalSign
package typealias DayOrder = Bookkeeping.DayOrder
package typealias CheckedDate = Bookkeeping.CheckedDate

package typealias CellWorker = Drawing.CellWorker
package typealias PDFVersion = Drawing.PDFVersion

package typealias Diagnostic = Papers.Diagnostic
package typealias Diagnostics = Papers.Diagnostics
package typealias Fact = Papers.Fact

package typealias PaperLook = Papers.PaperLook
package typealias PaperFormat = Papers.PaperFormat
package typealias OutputWish = Papers.OutputWish
package typealias SignLegibility = Papers.SignLegibility

package typealias PaperKinds = Papers.PaperKinds
package typealias GiftKind = Papers.GiftKind
package typealias InvoiceKind = Papers.InvoiceKind
package typealias ReceiptKind = Papers.ReceiptKind
package typealias SheetKind = Papers.SheetKind

package typealias GiftRequest = Papers.GiftRequest
package typealias ItemFact = Bookkeeping.InputFault.Fact
package typealias ItemNote = Bookkeeping.InputNote.Fact
package typealias GiftDoubt = Papers.GiftDoubt
package typealias SignRequest = Papers.SignRequest
package typealias PriceListRequest = Papers.PriceListRequest
package typealias SheetRequest<Kind: Papers.SheetKind> = Papers.SheetRequest<Kind>

package typealias PrinterTarget = PrinterDevices.PrinterTarget
package typealias PrinterFault = PrinterDevices.PrinterFault

package typealias OutputFact = Papers.OutputFact
package typealias SheetFact = Papers.SheetFact
package typealias RoomFact = Papers.RoomFact
package typealias SignFact = Papers.SignFact
package typealias ClockFact = Papers.ClockFact
package typealias ClockedRequest = Papers.ClockedRequest
package typealias PriceFromTheFuture = Papers.PriceFromTheFuture
package typealias ContentFault = ContentError
package typealias DrawingFault = DrawingError
// The module and its class share a name, so that this one cannot be said in full.
package typealias LedgerFault = LedgerError
package typealias Correction = ReversalReason
package typealias LedgerNumber = EntryNumber
package typealias JoinedLedger = LedgerMerge
