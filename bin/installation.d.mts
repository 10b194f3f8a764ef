export function isInstalled(root: string): boolean;
export function stamp(root: string): void;
export function missingPackages(root: string): string[];
export function linkLibraries(root: string): string | null;
