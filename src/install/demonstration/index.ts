/** The demonstration: processes and decisions as an admin would publish them, older cases brought over. */

export {};
