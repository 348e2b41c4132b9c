// A link of class "vej" goes as the back button goes: Streamlit draws the page anew, and what the session holds is kept.
// After it the same link has the focus again. Without this script the links are links.
"use strict";
(function () {
  const FRIST = 10000;

  function refocus(id) {
    const seer = new MutationObserver(function () {
      const link = document.getElementById(id);
      if (link && document.activeElement === document.body) link.focus();
    });
    seer.observe(document.body, { childList: true, subtree: true });
    setTimeout(function () { seer.disconnect(); }, FRIST);
  }

  document.addEventListener("click", function (klik) {
    if (klik.defaultPrevented || klik.button || klik.metaKey || klik.ctrlKey || klik.shiftKey || klik.altKey) return;
    const link = klik.target instanceof Element ? klik.target.closest("a.vej") : null;
    if (!link || link.origin !== location.origin) return;
    klik.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (link.id) refocus(link.id);
  });
})();
