/** What a page does beside GOV.UK's own components, where scripts run: the page works without it. */
export function initWaymark() {
  for (const button of document.querySelectorAll('[data-waymark-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
