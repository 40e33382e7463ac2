/** Where the focus was when a dialog opened. */

/**
 * Notes what has the focus now; the answer is for a dialog's `onCloseAutoFocus` and gives the focus back there, or to the
 * screen when that is gone or was an entry of a menu.
 */
export function toOpener(): (event: Event) => void {
  const opener = document.activeElement;
  return (event) => {
    event.preventDefault();
    const isThere = opener instanceof HTMLElement && opener.isConnected && !opener.closest("[role=menu]");
    (isThere ? opener : document.querySelector<HTMLElement>("main"))?.focus({ preventScroll: true });
  };
}
