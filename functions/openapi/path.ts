/** Where the document is. It needs no token. */
export const openApiPath = '/openapi.json';
