# shellcheck shell=bash
# What a TPM gives the data's key for is what Secure Boot measures (PCR 7). With Secure Boot off that is the same for every system
# somebody starts, and the key is for everyone.

# Whether Secure Boot is on: `on`, `off`, or `unknown` below another root, which says nothing of the machine it will run on.
secure_boot() {
    local variables=$ROOT/sys/firmware/efi/efivars
    local of_firmware=$variables/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c
    local of_shim=$variables/MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23
    if [[ -e $of_firmware ]]; then
        # Shim can be told to look at no signature whatever the firmware says (mokutil --disable-validation).
        if is_one "$of_firmware" && ! { [[ -e $of_shim ]] && is_one "$of_shim"; }; then echo on; else echo off; fi
    elif [[ -n $ROOT ]]; then
        echo unknown
    else
        echo off
    fi
}

# An EFI variable is four bytes of attributes, then its value.
is_one() {
    [[ $(od --address-radix=n --format=u1 --skip-bytes=4 --read-bytes=1 "$1" | tr -d ' ') == 1 ]]
}

require_secure_boot() {
    case $(secure_boot) in
        on) ;;
        unknown) echo 'note: whether Secure Boot is on, which a TPM needs, is not known here' >&2 ;;
        *) fail 'a TPM without Secure Boot opens the data for whatever is started on this machine: turn Secure Boot on, or use Tang' ;;
    esac
}
