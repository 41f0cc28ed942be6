# shellcheck shell=bash
# Reads the answers file. Every value is held to a pattern before it reaches a file of the system; nothing of it is ever run.

declare -A answers=()

readonly address='[0-9]{1,3}(\.[0-9]{1,3}){3}'
readonly endpoint="$address:[0-9]{1,5}"
readonly device='(/dev/[A-Za-z0-9/_.-]+|(UUID|LABEL|PARTUUID|PARTLABEL)=[A-Za-z0-9_-]+)'
readonly usb_device='[0-9a-f]{4}:[0-9a-f]{4}( [0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2})+'

# What each answer has to look like, all of it.
declare -rA patterns=(
    [SERVER]="$endpoint"
    [GATEWAY]="($endpoint)?"
    [TIME_SERVER]="$address"
    [ADDRESS]="(dhcp|$address/[0-9]{1,2}( $address)?)"
    [INTERFACE]='[A-Za-z0-9*?_.-]{1,15}'
    [TIME_ZONE]='[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*'
    [KEYBOARD_LAYOUT]='[a-z]{2,8}'
    [USB_DEVICES]="($usb_device(; ?$usb_device)*)?"
    [SESSION]='(cage|x11)'
    [ROOT_DEVICE]="$device"
    [EFI_DEVICE]="($device)?"
    [DATA_DEVICE]="$device"
    [DATA_UNLOCK]="(tang $endpoint|tpm2|passphrase)"
    [GRUB_PASSWORD]='grub\.pbkdf2\.sha512\.[0-9]+\.[0-9A-F]+\.[0-9A-F]+'
)

# What stands for an answer that was left out or left empty.
declare -rA usual=(
    [GATEWAY]='' [ADDRESS]=dhcp [INTERFACE]='en*' [TIME_ZONE]=UTC [KEYBOARD_LAYOUT]=us
    [USB_DEVICES]='' [SESSION]=cage [EFI_DEVICE]='' [DATA_UNLOCK]=passphrase
)

fail() {
    echo "set-up-terminal: $1" >&2
    exit 2
}

# Reads FILE into `answers`, and fails with the line and the reason where one cannot be used.
read_answers() {
    local file=$1 line key value number=0
    [[ -r $file ]] || fail "$file cannot be read. Copy terminal.conf.example and fill it in."
    while IFS= read -r line || [[ -n $line ]]; do
        number=$((number + 1))
        [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
        [[ $line =~ ^([A-Z_]+)=(.*)$ ]] || fail "$file, line $number: not KEY=value"
        key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
        [[ -v patterns[$key] ]] || fail "$file, line $number: there is no answer called $key"
        [[ -n $value ]] && answers[$key]=$value
    done <"$file"
    for key in "${!patterns[@]}"; do
        [[ -v answers[$key] || -v usual[$key] ]] || fail "$file: $key is missing"
        : "${answers[$key]:=${usual[$key]-}}"
        [[ ${answers[$key]} =~ ^${patterns[$key]}$ ]] || fail "$file: $key cannot be ${answers[$key]:-empty}"
    done
}

# The texts that templates ask for by name, made of the answers.
declare -A texts=()

make_texts() {
    local server=${answers[SERVER]} gateway=${answers[GATEWAY]:-${answers[SERVER]}}
    local time_server=${answers[TIME_SERVER]} tang=''
    [[ ${answers[DATA_UNLOCK]} == tang\ * ]] && tang=${answers[DATA_UNLOCK]#tang }
    texts[KEYBOARD_LAYOUT]=${answers[KEYBOARD_LAYOUT]}
    texts[TIME_SERVER]=$time_server
    texts[INTERFACE]=${answers[INTERFACE]}
    texts[ROOT_DEVICE]=${answers[ROOT_DEVICE]}
    texts[DATA_DEVICE]=${answers[DATA_DEVICE]}
    texts[GRUB_PASSWORD]=${answers[GRUB_PASSWORD]}
    texts[ALLOWED_ADDRESSES]=$(printf '%s\n' "${server%:*}" "${gateway%:*}" | sort -u | paste -sd ' ')
    texts[EFI_LINE]=${answers[EFI_DEVICE]:+${answers[EFI_DEVICE]} /boot/efi vfat ro,umask=0077,nofail 0 1}
    texts[DATA_UNLOCK_WAY]=${answers[DATA_UNLOCK]%% *}
    make_network_texts "$server" "$gateway" "$time_server" "$tang"
    make_usb_text
}

make_network_texts() {
    local server=$1 gateway=$2 time_server=$3 tang=$4 only='meta skuid "guichet-terminal"'
    texts[KIOSK_OUT]="$only ip daddr ${server%:*} tcp dport ${server#*:} accept"
    if [[ $gateway != "$server" ]]; then
        texts[KIOSK_OUT]+=$'\n        '"$only ip daddr ${gateway%:*} tcp dport ${gateway#*:} accept"
    fi
    texts[TIME_OUT]="meta skuid \"systemd-timesync\" ip daddr $time_server udp dport 123 accept"
    texts[TANG_OUT]=${tang:+meta skuid \"root\" ip daddr ${tang%:*} tcp dport ${tang#*:} accept}
    texts[DHCP_IN]='' texts[DHCP_OUT]='' texts[ADDRESS_LINES]='DHCP=ipv4'
    if [[ ${answers[ADDRESS]} == dhcp ]]; then
        texts[DHCP_IN]='udp sport 67 udp dport 68 accept'
        texts[DHCP_OUT]='udp sport 68 udp dport 67 accept'
        return
    fi
    local own=${answers[ADDRESS]%% *} router=${answers[ADDRESS]#* }
    texts[ADDRESS_LINES]="DHCP=no"$'\n'"Address=$own"
    [[ $router != "$own" ]] && texts[ADDRESS_LINES]+=$'\n'"Gateway=$router"
    return 0
}

make_usb_text() {
    local one rest=${answers[USB_DEVICES]} lines=''
    while [[ -n $rest ]]; do
        one=${rest%%;*}
        [[ $rest == *\;* ]] && rest=${rest#*;} || rest=''
        one=${one# }
        lines+="allow id ${one%% *} with-interface equals { ${one#* } }"$'\n'
    done
    texts[USB_ALLOW]=${lines%$'\n'}
}
