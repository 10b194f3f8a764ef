export function compileCache(): { readonly NODE_COMPILE_CACHE?: string };
