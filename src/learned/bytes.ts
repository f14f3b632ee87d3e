/** Arrays of numbers as text, for a file. */
type Numbers = Float32Array | Int8Array | Int16Array | Uint16Array | Uint32Array;

export const textOf = (array: Numbers): string => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

export const bufferOf = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64')).buffer;
