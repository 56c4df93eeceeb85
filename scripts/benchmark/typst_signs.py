"""typst_signs.py DIR OUT.pdf: the signs of DIR/signs.json by Typst (no QR: its package is not in the compiler)."""
import os, shutil, sys, typst
here, data, out = os.path.dirname(os.path.abspath(__file__)), sys.argv[1], sys.argv[2]
shutil.copy(f"{here}/signs.typ", f"{data}/signs.typ")
open(out, "wb").write(typst.compile(f"{data}/signs.typ", root=data))
