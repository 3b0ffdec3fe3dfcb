/**
 * Errors are part of the interface: a code for machines, a Chinese sentence for people that says
 * what is wrong, where, and what to do. The API renders them as RFC 9457 problem details.
 */
export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    /** HTTP status the API answers with. */
    readonly status: number,
    /** English, kebab-case, stable. */
    readonly code: string,
    /** Chinese, for people: what is wrong and what to do. */
    message: string,
    /** Where: field, material, element; further members of the problem document. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export const badRequest = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(400, code, message, details);
export const forbidden = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(403, code, message, details);
export const notFound = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(404, code, message, details);
export const conflict = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(409, code, message, details);
export const unprocessable = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(422, code, message, details);
export const unavailable = (code: string, message: string, details?: Record<string, unknown>) =>
  new DomainError(503, code, message, details);
