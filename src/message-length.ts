/** Discord's longest message (Nitro), and the longest text that a form takes. Nothing beyond is read when a text is checked. */
export const MESSAGE_MAX_LENGTH = 4_000;
