// The button that prints the card is there where a script can press it.
'use strict';

const button = document.getElementById('print-card');
button.hidden = false;
button.onclick = () => print();
