import Drawing
import PrinterDevices

/// Writers send their bytes straight to the printer.
extension PrinterLine: ByteSink {}
