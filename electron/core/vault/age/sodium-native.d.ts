/** The calls that Custodia makes; the package brings no types. */
declare module 'sodium-native' {
  interface Sodium {
    crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      plain: Uint8Array,
      associated: null,
      unused: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    /** Throws where the tag does not match. */
    crypto_aead_chacha20poly1305_ietf_decrypt(
      plain: Uint8Array,
      unused: null,
      sealed: Uint8Array,
      associated: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    /** Writes the public key of a secret one. */
    crypto_scalarmult_base(publicKey: Uint8Array, secretKey: Uint8Array): void;
    /** Throws where the shared secret would be zero. */
    crypto_scalarmult(shared: Uint8Array, secretKey: Uint8Array, publicKey: Uint8Array): void;
  }
  const sodium: Sodium;
  export default sodium;
}
