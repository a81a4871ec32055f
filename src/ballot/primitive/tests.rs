//! The published vectors, through the very functions the ballot uses.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use data_encoding::HEXLOWER;

use super::{chacha20_xor, hkdf, sha256, x25519, x25519_public};

fn hex(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
}

fn hex32(text: &str) -> [u8; 32] {
    hex(text).try_into().unwrap()
}

#[test]
fn sha256_gives_the_values_of_rfc_6234() {
    // RFC 6234 §8.5, TEST1 to TEST4 of SHA-256.
    let all = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    let one = b"0123456701234567012345670123456701234567012345670123456701234567";
    let vectors: [(Vec<u8>, &str); 5] = [
        (
            b"".to_vec(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        (
            b"abc".to_vec(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            all.to_vec(),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
        (
            vec![b'a'; 1_000_000],
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        ),
        (
            one.repeat(10),
            "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5",
        ),
    ];
    for (message, digest) in vectors {
        assert_eq!(sha256(&[&message]), hex32(digest));
        let (head, tail) = message.split_at(message.len() / 3);
        assert_eq!(
            sha256(&[head, tail]),
            hex32(digest),
            "parts are joined without a seam"
        );
    }
}

#[test]
fn hkdf_gives_the_values_of_rfc_5869() {
    // Appendix A.1: basic.
    let okm: [u8; 42] = hkdf(
        &[0x0b; 22],
        &hex("000102030405060708090a0b0c"),
        &[&hex("f0f1f2f3f4f5f6f7f8f9")],
    );
    let wanted = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf\
                  34007208d5b887185865";
    assert_eq!(HEXLOWER.encode(&okm), wanted);

    // Appendix A.2: longer inputs and output, the info here in two parts.
    let bytes = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    let (head, tail) = (bytes(0xb0, 0xc7), bytes(0xc8, 0xff));
    let okm: [u8; 82] = hkdf(&bytes(0x00, 0x4f), &bytes(0x60, 0xaf), &[&head, &tail]);
    let wanted = "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c\
                  59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71\
                  cc30c58179ec3e87c14c01d5c1f3434f1d87";
    assert_eq!(HEXLOWER.encode(&okm), wanted);

    // Appendix A.3: no salt, no info.
    let okm: [u8; 42] = hkdf(&[0x0b; 22], &[], &[]);
    let wanted = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d\
                  9d201395faa4b61a96c8";
    assert_eq!(HEXLOWER.encode(&okm), wanted);
}

#[test]
fn x25519_gives_the_values_of_rfc_7748_5_2() {
    let one = x25519(
        &hex32("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
        &hex32("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"),
    );
    let wanted = "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552";
    assert_eq!(one, Some(hex32(wanted)));
    // The second input has its top bit set; it is ignored.
    let two = x25519(
        &hex32("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"),
        &hex32("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493"),
    );
    let wanted = "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957";
    assert_eq!(two, Some(hex32(wanted)));
}

#[test]
fn x25519_iterated_gives_the_values_of_rfc_7748_5_2() {
    let mut k = [0; 32];
    k[0] = 9;
    let mut u = k;
    for n in 1..=1000 {
        let next = x25519(&k, &u).unwrap();
        u = k;
        k = next;
        if n == 1 {
            let wanted = "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079";
            assert_eq!(k, hex32(wanted));
        }
    }
    assert_eq!(
        k,
        hex32("684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")
    );
}

#[test]
fn x25519_agrees_as_in_rfc_7748_6_1() {
    let alice = hex32("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    let bob = hex32("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    let alice_public = hex32("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    let bob_public = hex32("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    let shared = hex32("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    assert_eq!(x25519_public(&alice), alice_public);
    assert_eq!(x25519_public(&bob), bob_public);
    assert_eq!(x25519(&alice, &bob_public), Some(shared));
    assert_eq!(x25519(&bob, &alice_public), Some(shared));
}

/// Every point of small order, in every encoding below 2^255 (those of X25519 implementations'
/// usual list).
const SMALL_ORDER: [&str; 7] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

#[test]
fn x25519_refuses_every_key_that_gives_zero() {
    for key in SMALL_ORDER {
        assert_eq!(x25519(&[0x5a; 32], &hex32(key)), None, "{key}");
    }
}

#[test]
fn chacha20_gives_the_streams_of_rfc_8439_a_1() {
    // Vectors 1 and 2: key 0, nonce 0, blocks 0 and 1.
    let mut stream = [0; 128];
    chacha20_xor(&[0; 32], &mut stream);
    let wanted = "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7\
                  da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586\
                  9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed\
                  29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f";
    assert_eq!(HEXLOWER.encode(&stream), wanted);

    // Vector 3: key 00…01, nonce 0, block 1.
    let mut key = [0; 32];
    key[31] = 1;
    let mut stream = [0; 128];
    chacha20_xor(&key, &mut stream);
    let wanted = "3aeb5224ecf849929b9d828db1ced4dd832025e8018b8160b82284f3c949aa5a\
                  8eca00bbb4a73bdad192b5c42f73f2fd4e273644c8b36125a64addeb006c13a0";
    assert_eq!(HEXLOWER.encode(&stream[64..]), wanted);

    // Vector 4: key 00ff0…0, nonce 0, block 2.
    let mut key = [0; 32];
    key[1] = 0xff;
    let mut stream = [0; 192];
    chacha20_xor(&key, &mut stream);
    let wanted = "72d54dfbf12ec44b362692df94137f328fea8da73990265ec1bbbea1ae9af0ca\
                  13b25aa26cb4a648cb9b9d1be65b2c0924a66c54d545ec1b7374f4872e99f096";
    assert_eq!(HEXLOWER.encode(&stream[128..]), wanted);
}

#[test]
fn chacha20_gives_the_block_and_the_text_of_rfc_8439_2() {
    let key: [u8; 32] = core::array::from_fn(|i| u8::try_from(i).unwrap());
    // §2.3.2: block 1 under this nonce.
    let nonce: [u8; 12] = hex("000000090000004a00000000").try_into().unwrap();
    let mut cipher = ChaCha20::new(&key.into(), &nonce.into());
    cipher.seek(64_u32);
    let mut block = [0; 64];
    cipher.apply_keystream(&mut block);
    let wanted = "10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e\
                  d2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e";
    assert_eq!(HEXLOWER.encode(&block), wanted);

    // §2.4.2: the sunscreen text, from block 1.
    let nonce: [u8; 12] = hex("000000000000004a00000000").try_into().unwrap();
    let mut cipher = ChaCha20::new(&key.into(), &nonce.into());
    cipher.seek(64_u32);
    let mut text = *b"Ladies and Gentlemen of the class of '99: If I could offer you \
                      only one tip for the future, sunscreen would be it.";
    cipher.apply_keystream(&mut text);
    let wanted = "6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0b\
                  f91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c359f0861d8\
                  07ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab7793736\
                  5af90bbf74a35be6b40b8eedf2785e42874d";
    assert_eq!(HEXLOWER.encode(&text), wanted);
}
