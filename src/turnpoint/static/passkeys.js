// A button with data-passkey makes, uses or signs in with a passkey; allauth’s script asks the browser.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const forms = window.allauth.webauthn.forms;
  document.querySelectorAll("[data-passkey]").forEach((button) => {
    const id = button.id, credential = button.dataset.credential;
    const ids = { add: id, authenticate: id, login: id, credential, data: "js_data" };
    if (document.getElementById("id_passwordless")) ids.passwordless = "id_passwordless";
    forms[`${button.dataset.passkey}Form`]({ ids });
  });
});

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-problem]").forEach((said) => { said.hidden = false; });
});
