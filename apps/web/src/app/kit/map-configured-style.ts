/** The base map this installation is configured with; `undefined` for the bundled one, also without a network. */
export async function configuredStyleUrl(): Promise<string | undefined> {
  try {
    const response = await fetch("/api/v1/client-config");
    const { basemapStyleUrl }: { basemapStyleUrl: string | null } = await response.json();
    return basemapStyleUrl ?? undefined;
  } catch {
    return undefined;
  }
}
