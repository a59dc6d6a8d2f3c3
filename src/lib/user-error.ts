/** An error whose words a user should read: what failed, where, and the next step. Never holds a secret. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly next: string;

  constructor(what: string, next: string, options?: ErrorOptions) {
    super(what, options);
    this.next = next;
  }
}
