export function findChromium(): string | null;
export function chromiumThere(): string | undefined;
