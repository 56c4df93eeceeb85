// Who photographs the code on the screen comes here with it in the address, and need not type.
'use strict';

const code = /[#&]k=([^&]+)/.exec(location.hash)?.[1];
if (code) {
  const form = document.getElementById('pair');
  form.elements.code.removeAttribute('maxlength');
  form.elements.code.value = decodeURIComponent(code);
  // The code shall not lie in the history of a borrowed device.
  history.replaceState(null, '', '/pair');
  form.submit();
}
