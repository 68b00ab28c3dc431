/** What outlives a reload, if the browser allows it. @type {Partial<Record<Kept, string>>} */
export const memory = storage();

function storage() {
  try {
    return /** @type {any} */ (sessionStorage);
  } catch {
    return {};
  }
}
