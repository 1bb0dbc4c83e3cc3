/** Refuses a key that could lead out of the folder or prefix it stands under. */
export function checkKey(key: string): void {
  const parts = key.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    throw new Error(`object key leaves its folder: ${key}`);
}
