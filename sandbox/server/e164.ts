export const E164 = /^\+[1-9]\d{3,14}$/;
