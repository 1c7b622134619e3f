using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>What the body's own signature says: parameters, <c>this</c>, the result.</content>
internal sealed partial class BodyLowering
{
    private void DeclareSignature()
    {
        if (_owner is not IMethodSymbol method || _contract is null)
        {
            return;
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            // What is taken on a condition is not known to be owned here.
            var kind = _contract.Parameters[i].Condition is null ? _contract.Parameters[i].Kind : ParameterKind.Lent;
            if (TypeOwnership.IsScalar(parameter.Type) && parameter.RefKind == RefKind.None)
            {
                continue;
            }

            var local = NewLocal(LocalKind.Parameter, parameter, parameter.Type);
            local.RefBorrow = RefBorrow(parameter.RefKind);
            if (_contract.Parameters[i].IsStated && parameter.RefKind == RefKind.None)
            {
                local.Authority = _contract.Authority;
            }

            if (_contract.Parameters[i].KeptByReceiver || (method.MethodKind == MethodKind.Constructor && _contract.Return.Sources.Contains(i)))
            {
                _body.KeptParameters.Add(local.Index);
            }

            local.EntryMode = kind switch
            {
                ParameterKind.Owned or ParameterKind.TakesWhatItIsGiven => Mode.Owned,
                ParameterKind.Borrowed or ParameterKind.In => Mode.Shared,
                ParameterKind.BorrowedMut or ParameterKind.Ref or ParameterKind.Out => Mode.Exclusive,
                _ when _contract.Parameters[i].IsShared => Mode.Unowned,
                _ => Mode.Plain,
            };
            if (kind == ParameterKind.Owned && !LivesOn(local))
            {
                NoteDuty(local, Mode.Owned, local.IsMoveType ? local.Authority : _contract.Parameters[i].IsStated ? _contract.Authority : Authority.Default);
            }

            if (_contract.Parameters[i].IsOnce)
            {
                local.EntryMode |= Mode.Once;
            }
        }
    }

    private void NameReturnSources()
    {
        if (_body.Result < 0 || _owner is not IMethodSymbol { IsAsync: false } method
            || !SymbolEqualityComparer.Default.Equals(method.ReturnType, _body.Locals[_body.Result].Type) && _contract!.Return.Kind is ReturnKind.Plain)
        {
            return;
        }

        var sources = new HashSet<int>();
        foreach (var source in _contract!.Return.Sources)
        {
            if (source == ReturnContract.Receiver)
            {
                sources.Add(_this);
            }
            else if (_locals.TryGetValue(method.Parameters[source], out var parameter))
            {
                sources.Add(parameter);
            }
        }

        _body.ReturnSources = sources;
        _body.IsResultNamed = sources.Count > 0 && _contract.Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut;
    }

    /// <summary>The local of <c>this</c>, declared where the body first needs it.</summary>
    private int This(ITypeSymbol? type)
    {
        if (_this < 0)
        {
            var local = NewLocal(LocalKind.This, null, type);
            local.EntryMode = !local.IsMoveType || _owner is not IMethodSymbol method ? Mode.Plain : (type is null ? null : _nested.BorrowAround(type)) ?? ThisMode(method);
            _this = local.Index;
        }

        return _this;
    }

    private Mode ThisMode(IMethodSymbol method)
    {
        // A nested function sees the this of the member around it as a captured variable: how it may be used is decided where it is captured.
        if (method.MethodKind is MethodKind.Constructor or MethodKind.Destructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction
            || method is { Name: "Dispose", Parameters.Length: <= 1 } or { Name: "DisposeAsyncCore" })
        {
            return Mode.Owned;
        }

        return _contract!.Receiver switch
        {
            ReceiverKind.Consumes or ReceiverKind.Drops => Mode.Owned,
            ReceiverKind.Mutates => Mode.Exclusive,
            _ => Mode.Shared,
        };
    }

    // What the body was given to own ends with it; a ref and a borrow point at what is the caller's.
    private void EndParameters()
    {
        for (var i = _body.Locals.Count - 1; i >= 0; i--)
        {
            var local = _body.Locals[i];
            var isOwnedThis = local.Kind == LocalKind.This && _contract?.Receiver is ReceiverKind.Consumes;
            if ((local.Kind == LocalKind.Parameter && !local.IsRef && local.EntryMode == Mode.Owned && !LivesOn(local)) || isOwnedThis)
            {
                Emit(new StorageDead(Origin(_graph.OriginalOperation.Syntax), i));
            }
        }
    }

    private bool LivesOn(LocalDecl parameter) => !_fields.IsEmpty && parameter.Symbol is IParameterSymbol symbol && _fields.Contains(symbol);
}
